export type { RegisterDependencies } from './dependencies.ts';
export { openRegisterAgency } from './agency.ts';
