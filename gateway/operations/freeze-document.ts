/** Freezes a parsed document (without locations) all the way down, counting its directives and its longest list on the way. */
export function freezeDocument(document: object): { directives: number; longestList: number } {
  let directives = 0;
  let longestList = 0;
  const open: object[] = [document];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    Object.freeze(node);
    if ('kind' in node) {
      if (node.kind === 'Directive') directives += 1;
      if (node.kind === 'ListValue' && 'values' in node && Array.isArray(node.values)) {
        longestList = Math.max(longestList, node.values.length);
      }
    }
    for (const value of Object.values(node) as unknown[]) {
      if (typeof value === 'object' && value !== null) open.push(value);
    }
  }
  return { directives, longestList };
}
