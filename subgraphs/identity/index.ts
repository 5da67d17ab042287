export type * from './records.ts';
export { identity } from './agency.ts';
export { saveRecords } from './save-records.ts';
