export type { RegisterDoors } from './doors.ts';
export type { Extent, Reader, Sight, Standing } from './reading-table.ts';
export { openRegisterAgency } from './agency.ts';
export { readingTable } from './reading-table.ts';
