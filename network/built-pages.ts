import { fileURLToPath } from 'node:url';

const built = (mode: string): string => fileURLToPath(new URL(`../apps/dist/${mode}`, import.meta.url));

/** The folder in which `apps/build.mjs` leaves the pages that every network serves. */
export const productionPages = built('production');

/** Those, and the front page of the development network. */
export const builtPages: readonly string[] = [productionPages, built('development')];
