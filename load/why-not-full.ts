import type { Scanned } from './format.ts';

/** The reason why files cannot be all that a system holds, by what they say of themselves; undefined where nothing speaks against it. */
export function whyNotFull(scans: readonly Pick<Scanned<unknown>, 'page' | 'isDelta'>[]): string | undefined {
  if (scans.some(({ isDelta }) => isDelta === true)) return 'one of them says that it holds only what has changed';
  const pages = scans.flatMap(({ page }) => page ?? []);
  const open = pages.filter(({ hasNext }) => hasNext).length;
  const isCut = open > 0 ? open === pages.length : pages.some(({ hasPrevious }) => hasPrevious);
  return isCut ? 'one of them says that it is a page of several' : undefined;
}
