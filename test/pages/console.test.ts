import { consoleJobs } from './console-jobs.ts';
import { onPages } from './on-pages.ts';

onPages("the officers' console", consoleJobs);
