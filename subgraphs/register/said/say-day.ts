import type { Sentence } from '@trellis/decision';

/** A day as people write it. */
export function sayDay(day: string): Sentence {
  const date = new Date(`${day}T12:00:00Z`);
  const said = (language: string): string =>
    date.toLocaleDateString(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return { en: said('en-CA'), fr: said('fr-CA') };
}
