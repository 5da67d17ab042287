import { importConsent, type FhirContext, type FhirRefusal, type ImportedConsent } from '@trellis/decision';
import { vocabulary } from '@trellis/vocabulary';
import { hospital } from './hospital.ts';
import { meanings, type Meaning } from './samples.ts';

/** The network's own words, with the same people: what a child welfare network makes of a hospital's Consents. */
const network: FhirContext = {
  ...hospital,
  vocabulary,
  custodian: (at) => hospital.custodian(at) && ['mental-health', 'sensitivity'],
};

/** The page docs/fhir-consents.md, from the samples themselves. */
export function document(samples: ReadonlyMap<string, unknown>): string {
  const rows = [...samples].map(([name, json]) => {
    const there = asked(meanings[name], importConsent(json, hospital));
    const here = outcome(importConsent(json, network));
    return `| ${name} | ${there} | ${here === there ? 'the same' : here} |`;
  });
  return `# FHIR Consents

\`importConsent\` (\`decision/fhir/\`) reads a FHIR Consent, R4 or R5, and \`exportConsent\` writes one. A Consent is carried whole or
refused with the name of each element that could not be carried; nothing is guessed.

- The root of an R4 Consent says \`permit\` or \`deny\` in \`provision.type\`, of an R5 Consent in \`decision\`. Where it is left out, the
  Consent is refused: HL7's own R4 examples mostly leave it out.
- A permit says what for. A Consent for every purpose has no place here, nor one under a policy that the network has not read, nor
  one that picks single records, authors or kinds of document.
- A permit that names no recipient means whom the importer was told it means (here the whole hospital), or it is refused; a refusal
  that names none is towards everybody.
- What a provision inside another adds (a permit within a permit, a permit within a refusal) becomes a consent of its own beside it.
- A refusal refuses all of what it names, the summary included. A refusal of a confidentiality reaches what is stricter; a permit is
  for what it names.
- Security labels mean the categories that carry them in the network's folder; what a Consent leaves open is all that its custodian
  (R4 \`organization\`, R5 \`controller\`) keeps.
- What decides nothing (\`id\`, \`meta\`, \`text\`, \`identifier\`, \`category\`, \`dateTime\`, \`policy\` …) is kept and given back on export to the
  same release. Display texts are not kept. Trellis's own words travel in code systems under \`https://trellis.example/fhir\`, and what
  changes the meaning as modifier extensions, so that a reader who does not know them does not act on the Consent.

The table is made by a test from the public samples (HL7's R4 examples, and IHE's Privacy Consent on FHIR, whose pages say what each
means). First a hospital with the words those pages assume; then this network's own words, which have no purpose for payment.

| Consent | in a hospital | on this network |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function asked(meaning: Meaning | undefined, imported: ImportedConsent): string {
  if (!meaning || 'refused' in meaning || 'refused' in imported) return outcome(imported);
  const answers = meaning.asks.map(([{ user, purpose, at, recordedOn }, shown]) => {
    const when = [at && `at ${at}`, recordedOn && `a record of ${recordedOn}`].filter(Boolean).join(', ');
    return `${user}, ${purpose}${when ? `, ${when}` : ''}: ${shown.length === 4 ? 'all' : shown.join(', ') || 'nothing'}`;
  });
  return `decided: ${answers.join('; ')}`;
}

function outcome(imported: ImportedConsent): string {
  if (!('refused' in imported)) {
    return imported.consents.length === 1 ? 'one consent' : `${String(imported.consents.length)} consents`;
  }
  const saysNothing = ({ element }: FhirRefusal) => (/(^|\.)type$|^decision$/.test(element) ? 0 : 1);
  const [first, ...others] = [...imported.refused].sort((one, other) => saysNothing(one) - saysNothing(other));
  const also = [...new Set(others.map(({ element }) => `\`${element.replace(/\[\d+\]/g, '[]')}\``))];
  return `refused: \`${first?.element ?? ''}\`. ${first?.reason ?? ''}${also.length > 0 ? ` Also ${also.join(', ')}.` : ''}`;
}
