import { stringAt, valuesAt, type Json } from './json.ts';

/** What a CodeableConcept says in words: its text, or the first display of its codings. */
export function wordsOf(concept: Json | undefined): string | null {
  return stringAt(concept, 'text') ?? stringAt(concept, 'coding.display') ?? null;
}

/** The codes of a coding list in one system. */
export function codesIn(codings: readonly Json[], system: string): readonly string[] {
  return codings
    .filter((coding) => stringAt(coding, 'system') === system)
    .flatMap((coding) => stringAt(coding, 'code') ?? []);
}

/** The first telephone number of a telecom list. */
export function phoneOf(resource: Json): string | null {
  const phone = valuesAt(resource, 'telecom').find((contact) => stringAt(contact, 'system') === 'phone');
  return stringAt(phone, 'value') ?? null;
}
