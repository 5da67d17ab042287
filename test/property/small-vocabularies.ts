import { parseVocabulary, type Vocabulary } from '@trellis/vocabulary';

const limits =
  'bodyBytes tokens depth expandedSelections aliases rootFields listArguments fetchDeadlineMs agencyReplyBytes'
    .split(' ')
    .map((name) => `${name}: 1`)
    .join(', ');

const category = (of = 'CHILD') => `{ en: x, fr: x, of: ${of} }`;

function made(filler: number): Vocabulary {
  return parseVocabulary(`
agencies: [north, south, west]
roles: { north: [worker, lead], south: [teacher], west: [], network: [privacy-officer], family: [child, parent, substitute] }
kinds: [worker, officer, family, system]
purposes: { care: {}, inquiry: {}, family-access: {}, urgent: { hl7: BTG }, research: {} }
involvementKinds: [open-file, enrolment, treatment]
bases: [NEVER, BY_LAW, ON_APPROVAL, UNLESS_REFUSED, WITH_CONSENT]
levels: [SUMMARY, FULL]
limits: { ${limits} }
networkId: '^x$'
labelsSpec: https://example.test/
categories:
  north: { a: ${category()}, b: ${category()}, adult: ${category('ADULT')}, source: ${category('REPORTER')} }
  filler: { ${['z', ...Array.from({ length: filler }, (_, index) => `z${index}`)].map((name) => `${name}: ${category()}`).join(', ')} }
  south: { a: ${category()}, b: ${category()} }
  marks: { psy: ${category()} }
`);
}

/** Eight categories: quick to go through. */
export const smallVocabulary = made(0);
/** Thirty-three: the same words, one category more than a word of a set holds. */
export const wideVocabulary = made(25);
