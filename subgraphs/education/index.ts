export type * from './records.ts';
export { education } from './agency.ts';
export { saveRecords } from './save-records.ts';
