import { fileURLToPath } from 'node:url';

const built = (mode: string): string => fileURLToPath(new URL(`../apps/dist/${mode}`, import.meta.url));

/** Where `apps/build.mjs` leaves the pages of every network, and those of the development network. */
export const builtPages: readonly string[] = [built('production'), built('development')];
