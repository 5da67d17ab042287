export type * from './records.ts';
export { childProtection } from './agency.ts';
export { saveRecords } from './save-records.ts';
