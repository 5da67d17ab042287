import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { HospitalAsk } from './hospital.ts';

const folder = new URL('../../../../shared/data/consent/', import.meta.url);

/** Whether the public samples are here; they are not part of the project. */
export const samplesArePresent = existsSync(folder);

/** Every Consent among the public samples, by name, HL7's and IHE's. */
export function readSamples(): ReadonlyMap<string, unknown> {
  return new Map(
    ['hl7-r4-examples', 'ihe-pcf-r4-json'].flatMap((source) =>
      readdirSync(new URL(`${source}/`, folder))
        .filter((name) => name.startsWith('Consent-'))
        .sort()
        .map((name): [string, unknown] => [
          name.replace(/^Consent-|\.json$/g, ''),
          JSON.parse(readFileSync(new URL(`${source}/${name}`, folder), 'utf8')),
        ]),
    ),
  );
}

/** What a sample's own page says of it, as questions with their answers; or the element for which it is refused. */
export type Meaning =
  { readonly asks: readonly (readonly [HospitalAsk, shown: readonly string[]])[] } | { readonly refused: string };

const all = ['normal', 'restricted', 'psychiatric', 'violence'];
const treat = (user: HospitalAsk['user'], shown: readonly string[], more: Partial<HospitalAsk> = {}) =>
  [{ user, purpose: 'treatment', ...more }, shown] as const;
const treated: Meaning = {
  asks: [
    treat('ex-nurse', all),
    treat('ex-nurse', all, { purpose: 'payment' }),
    treat('ex-nurse', [], { purpose: 'study' }),
  ],
};
const noType: Meaning = { refused: 'provision.type' };

export const meanings: Readonly<Record<string, Meaning>> = {
  'consent-example-Emergency': noType,
  'consent-example-Out': noType,
  'consent-example-basic': noType,
  'consent-example-grantor': noType,
  'consent-example-notAuthor': noType,
  'consent-example-notOrg': { refused: 'policyRule' },
  'consent-example-notThem': noType,
  'consent-example-notThis': noType,
  'consent-example-notTime': noType,
  'consent-example-pkb': noType,
  'consent-example-signature': noType,
  'consent-example-smartonfhir': noType,
  'ex-consent-basic-treat': treated,
  'ex-consent-basic-ink': treated,
  'ex-consent-basic-treat-infant': treated,
  'ex-consent-basic-reject': { asks: [treat('ex-nurse', []), treat('ex-practitioner', [], { purpose: 'operations' })] },
  'ex-consent-basic-research': { asks: [treat('ex-nurse', all, { purpose: 'study' }), treat('ex-nurse', [])] },
  'ex-consent-expired-treat': {
    asks: [
      treat('ex-nurse', all, { at: '2022-12-31T23:59:59-05:00' }),
      treat('ex-nurse', [], { at: '2023-01-01T00:00:00-05:00' }),
    ],
  },
  'ex-consent-intermediate-timeframe': {
    asks: [
      treat('ex-nurse', [], { recordedOn: '2021-12-31' }),
      treat('ex-nurse', all, { recordedOn: '2022-01-01' }),
      treat('ex-nurse', all, { recordedOn: '2022-12-31' }),
      treat('ex-nurse', [], { recordedOn: '2023-01-01' }),
    ],
  },
  'ex-consent-intermediate-not-timeframe': {
    asks: [
      treat('ex-nurse', all, { recordedOn: '2021-12-31' }),
      treat('ex-nurse', [], { recordedOn: '2022-01-01' }),
      treat('ex-nurse', [], { recordedOn: '2022-12-31' }),
      treat('ex-nurse', all, { recordedOn: '2023-01-01' }),
    ],
  },
  'ex-consent-intermediate-purpose': { refused: 'provision.purpose[0]' },
  'ex-consent-intermediate-authoredby': { refused: 'provision.data' },
  'ex-consent-intermediate-data': { refused: 'provision.data' },
  'ex-consent-intermediate-encounter': { refused: 'provision.data' },
  'ex-consent-intermediate-not-authoredby': { refused: 'provision.provision[0].data' },
  'ex-consent-intermediate-not-data': { refused: 'provision.provision[0].data' },
  'ex-consent-intermediate-not-encounter': { refused: 'provision.provision[0].data' },
  'ex-consent-advanced-normal': { asks: [treat('ex-nurse', ['normal'])] },
  'ex-consent-advanced-normal-restricted': { asks: [treat('ex-nurse', all)] },
  'ex-consent-advanced-normal-not-restricted': { asks: [treat('ex-nurse', ['normal'])] },
  'ex-consent-advanced-normal-focused-psy': {
    asks: [treat('ex-nurse', ['normal']), treat('ex-practitioner', ['normal', 'psychiatric'])],
  },
  'ex-consent-advanced-normal-focused-psy-or-sdv': {
    asks: [treat('ex-nurse', ['normal']), treat('ex-practitioner', ['normal', 'psychiatric', 'violence'])],
  },
  'ex-consent-advanced-normal-focused-restricted': {
    asks: [treat('ex-nurse', ['normal']), treat('ex-practitioner', all)],
  },
  'ex-consent-advanced-normal-break-glass-restricted': { refused: 'provision.provision[0].purpose' },
  'ex-dissent-intermediate-break-glass': {
    asks: [
      treat('ex-privileged', []),
      treat('ex-nurse', [], { purpose: 'emergency' }),
      treat('ex-privileged', all, { purpose: 'emergency' }),
    ],
  },
};
