/** An end that is said and cannot be read: when is not known, and yet it has ended. */
export const unreadableEnd = '';

/** The end that a file says: null where it says none. */
export function saidEnd(text: string | undefined, read: (text: string) => string | undefined): string | null {
  return text === undefined ? null : (read(text) ?? unreadableEnd);
}

/** The day of an end. One that cannot be read counts as of the export: work that a source calls ended must not stay open for a slip of the pen. */
export function dayOfEnd(end: string | null, exportedOn: string, began?: string | null): string | null {
  if (end !== unreadableEnd) return end;
  return began != null && began > exportedOn ? began : exportedOn;
}
