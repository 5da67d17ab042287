import { migrate, type Database } from '@trellis/platform';

/** Brings the tables that loading keeps beside an agency's own, in its schema and in identity's, up to date. */
export function migrateStore(database: Database): Promise<void> {
  return migrate(database, new URL('migrations/', import.meta.url), { isOrdered: false });
}
