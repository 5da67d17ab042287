/** The part of a pino logger that the kit uses. Entries hold references and names of fields, never values. */
export interface Logger {
  info(entry: object, message: string): void;
  warn(entry: object, message: string): void;
  error(entry: object, message: string): void;
}
