import type { Database } from '@trellis/platform';
import type { EarlierPerson } from './link/linking.ts';
import type { PersonLinks } from './link/read-links.ts';
import type { RegisterPort } from './register-port.ts';
import type { LoadStamp } from './store/stamp.ts';

/** The databases that loading writes to. */
export interface LoadDatabases {
  readonly agency: Database;
  readonly identity: Database;
  readonly register: RegisterPort;
}

/** The context in which a file is loaded. */
export interface LoadContext {
  readonly databases: LoadDatabases;
  readonly links: PersonLinks;
  readonly classified: ReadonlyMap<string, string> | undefined;
  /** The reference date, `YYYY-MM-DD`. */
  readonly today: string;
  readonly newId: () => string;
  /** Read, map and count, and write nothing. */
  readonly dryRun: boolean;
  /** In a dry run: the children that earlier files would have brought. */
  readonly earlier: EarlierPerson[];
  /** The system whose the numbers are, within the agency; empty where it has one system only. */
  readonly issuer: string;
  readonly stamp: LoadStamp;
  /** The moment of loading, ISO 8601. */
  readonly at: string;
}
