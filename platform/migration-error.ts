/** Migrations that cannot run, or one that failed. The message names the schema and the file, and holds no value of a row. */
export class MigrationError extends Error {
  constructor(schema: string, message: string, options?: ErrorOptions) {
    super(`the migrations of ${schema}: ${message}`, options);
    this.name = 'MigrationError';
    // The place is a file's, and named; where in this program it was found says nothing to whoever wrote that file.
    this.stack = `${this.name}: ${this.message}`;
  }
}
