export type * from './records.ts';
export { mentalHealth } from './agency.ts';
export { saveRecords } from './save-records.ts';
