/** The hash of every full subtree whose height is a multiple of this is kept: one for 256 leaves, one for 65,536, … */
export const subtreeStep = 8;

export function isKept(level: number): boolean {
  return level > 0 && level % subtreeStep === 0;
}
