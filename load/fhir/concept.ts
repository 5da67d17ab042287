import { stringAt, valuesAt, type Json } from '../json.ts';

/** The words of a CodeableConcept: its text, or the first display of its codings. */
export function conceptWords(concept: Json | undefined): string | null {
  return stringAt(concept, 'text') ?? stringAt(concept, 'coding.display') ?? null;
}

/** The words of several concepts, each once: a second reason counts as much as the first. */
export function allWordsOf(concepts: readonly Json[]): string | null {
  const words = new Set(concepts.flatMap((concept) => conceptWords(concept) ?? []));
  return words.size === 0 ? null : [...words].join('; ');
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
