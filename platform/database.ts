/** An object that runs one statement: a database, or one open transaction. */
export interface Queryable {
  /**
   * Runs one statement with positional parameters (`$1` …). 64-bit integers and dates come back as strings, timestamps as Date,
   * JSON parsed, bytes as Uint8Array, in both implementations. A failed statement rejects with an error whose `code` is the SQLSTATE.
   */
  query<Row extends object>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ readonly rows: Row[]; readonly rowCount: number }>;
}

/** One schema of one database, seen as one role. */
export interface Database extends Queryable {
  /** The schema that unqualified names mean. */
  readonly schema: string;
  /** Runs everything in one READ COMMITTED transaction: commits when `run` resolves, rolls back and rethrows when it rejects. */
  transaction<T>(run: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A statement the database refused. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: string;
  readonly constraint: string | undefined;
  /** The character of the statement's text, from 1, at which it went wrong, where the database names one. */
  readonly position: number | undefined;

  constructor(message: string, code: string, { constraint, position }: DatabaseErrorPlace = {}) {
    super(message);
    this.code = code;
    this.constraint = constraint;
    this.position = position;
  }
}

/** What an error of a database names besides its code. */
export interface DatabaseErrorPlace {
  readonly constraint?: string | undefined;
  readonly position?: number | undefined;
}

/** The SQLSTATE of an error from a database, if it has one. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error) || typeof error.code !== 'string')
    return undefined;
  return /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined;
}

/** Throws unless the name may stand unquoted in SQL: schemas and roles are named by code, never by users. */
export function plainName(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`\`${name}\` is not a plain schema or role name`);
  return name;
}
