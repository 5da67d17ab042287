export type * from './records.ts';
export type { YouthDisposition } from './youth-access-period.ts';
export { police } from './agency.ts';
export { saveRecords } from './save-records.ts';
export { withinAccessPeriod } from './youth-access-period.ts';
