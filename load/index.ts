export type { LoadOptions, LoadResult } from './load-files.ts';
export { loadFiles } from './load-files.ts';
export { loadIntoNetwork } from './load-into-network.ts';
export { LoadRefused } from './load-refused.ts';
export { renderAccount } from './render-account.ts';
export { showProgress } from './show-progress.ts';
export { writeReviewList } from './link/review-list.ts';
