import type { Level } from '@trellis/vocabulary';
import type { ConsentState } from '../facts.ts';
import { modifiers } from './codes.ts';
import type { FhirConsent } from './read-consent.ts';
import type { Refuse } from './read-conditions.ts';

/** The contents of Trellis's own modifier extensions. */
export interface Modifiers {
  readonly level: Level | undefined;
  readonly state: ConsentState | undefined;
  readonly notEvenInEmergency: boolean;
  readonly exceptionsOnlyNarrow: boolean;
}

const states: readonly ConsentState[] = ['PROPOSED', 'NEEDS_CONFIRMATION', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED'];

/** Reads the modifier extensions; one that is not known, said twice or with another kind of value refuses the Consent. */
export function readModifiers({ json }: FhirConsent, refuse: Refuse): Modifiers {
  const said = json.modifierExtension ?? [];
  const code = <Code extends string>(url: string, codes: readonly Code[]) =>
    codes.find((each) => said.some((modifier) => modifier.url === url && modifier.valueCode === each));
  const yes = (url: string) => said.some((modifier) => modifier.url === url && modifier.valueBoolean === true);
  const read = {
    level: code<Level>(modifiers.level, ['SUMMARY', 'FULL']),
    state: code(modifiers.state, states),
    notEvenInEmergency: yes(modifiers.notEvenInEmergency),
    exceptionsOnlyNarrow: yes(modifiers.exceptionsOnlyNarrow),
  };
  const understood = Object.values(read).filter((value) => value !== undefined && value !== false).length;
  if (understood + (yes(modifiers.silentBase) ? 1 : 0) !== said.length) {
    refuse('modifierExtension', 'It changes what the Consent means, in a way that is not known here.');
  }
  return read;
}
