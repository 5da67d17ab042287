/** The child, and those of the identifiers that were typed beside, each once. */
export function childrenIn(child: string, siblings: string): readonly string[] {
  return [...new Set([child, ...siblings.split(/[\s,;]+/).filter((each) => each !== '')])];
}

export const isNetworkId = (text: string): boolean => /^[a-z2-7]{26}$/.test(text);
