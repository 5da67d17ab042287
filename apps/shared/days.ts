/** A day as people say it; undefined where there is none. */
export function dayOf(text: string | null | undefined, language = 'en'): string | undefined {
  if (text === null || text === undefined) return undefined;
  const date = new Date(text.length === 10 ? `${text}T12:00:00` : text);
  return date.toLocaleDateString(`${language}-CA`, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** A moment as people say it, to the minute. */
export function momentOf(text: string | null | undefined, language = 'en'): string | undefined {
  if (text === null || text === undefined) return undefined;
  return new Date(text).toLocaleString(`${language}-CA`, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
}

/** Today and so many days on, as a date of the graph. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
