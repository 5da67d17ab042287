export type { Catalogue } from './catalogue.ts';
export type { Current, Draft, Version } from './version.ts';
export { CatalogueMoved } from './catalogue-moved.ts';
export { migrateCatalogue, openDatabaseCatalogue, type OnPublished } from './open-database-catalogue.ts';
export { openFolderCatalogue } from './open-folder-catalogue.ts';
