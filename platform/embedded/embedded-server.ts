import type { Database } from '../database.ts';

/** One Postgres inside this process, shared by rooms that each have a schema and a role of their own. */
export interface EmbeddedServer {
  /** The database as one role sees it; makes the schema and the role of that name where there are none. */
  database(schema: string): Promise<Database>;
  close(): Promise<void>;
}
