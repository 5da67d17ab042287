import { words } from '../shared/code-words.ts';

const grounds: Readonly<Record<string, string>> = {
  RULE: 'a rule',
  CONSENT: 'a consent',
  ORDER: 'a court order',
  APPROVAL: 'an approval',
  STANDING_APPROVAL: 'a protocol',
  EMERGENCY: 'an emergency access',
};

/** A kind of ground in words, within a sentence. */
export function groundWord(kind: string): string {
  return grounds[kind] ?? words(kind);
}
