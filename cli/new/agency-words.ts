import { stringify } from 'yaml';
import type { NetworkFolder } from '@trellis/vocabulary';
import type { Names } from './names.ts';

/** The description of a new agency, as somebody gave it. */
export interface NewAgency {
  readonly title: string;
  readonly role: string;
  readonly involvement: string;
  readonly telephone: string;
  /** What its workers read their own record for; the network's first purpose unless given. */
  readonly purpose?: string;
}

/** `agency.yaml`: the words, with a sentence in each language of the network to be put right by whoever speaks it. */
export function agencyYaml({ languages }: NetworkFolder, { title, role, involvement, telephone }: NewAgency): string {
  const inEach = (sentence: string) => Object.fromEntries(languages.map((language) => [language, sentence]));
  const words = {
    title: inEach(title),
    dutyContact: telephone,
    package: './index.ts',
    roles: [role],
    roleTitles: { [role]: inEach(role.replaceAll('-', ' ')) },
    involvementKinds: [involvement],
    categories: {
      involvement: { labels: ['R'], ...inEach(`That ${title} works, or has worked, with the child.`) },
      note: { labels: ['R'], ...inEach(`What ${title} noted about the child.`) },
    },
  };
  const head = `# The words of this agency. Each category has a sentence, and each role a title, in each language of the network (${languages.join(', ')}): write yours.
# \`labels\` are HL7 security labels: one confidentiality (N, R or V), then sensitivities. \`of: ADULT\` marks what is not the child's.
`;
  return `${head}${stringify(words)}`;
}

/** `rules.yaml`: the agency reads its own record; the rest of the network reads nothing until a rule says so. */
export function rulesYaml(
  { jurisdiction, vocabulary }: NetworkFolder,
  { code }: Names,
  agency: NewAgency,
  today: string,
): string {
  const purposes = [...vocabulary.purposes.keys()];
  const purpose = agency.purpose ?? purposes[0] ?? 'care-coordination';
  return `# What this agency proposes to add to the network's pack: an example, to adapt with counsel.
# \`reach\` says what each kind of authority of the pack may decide about this agency's data:
#   reach: { child: [{ may: [CONSENT, REFUSE], categories: [${code}], presumedFrom: 16 }] }
rules:
  - id: ${code}-reads-its-own
    sentence:
      en: A worker of ${agency.title} reads its own record of a child that it works with.
      fr: Un intervenant de ${agency.title} lit son propre dossier d'un enfant qu'il suit.
    recipients: [{ agency: ${code}, roles: [${agency.role}], kinds: [worker] }]
    # The network's purposes: ${purposes.join(', ')}.
    purposes: [${purpose}]
    involvement: { need: AGENCY, kinds: [${agency.involvement}] }
    categories: [${code}]
    level: FULL
    basis: BY_LAW
    authority:
      citation: Name the statute
      jurisdiction: ${jurisdiction}
      asOf: ${today}
      confidence: UNVERIFIED
      force: DUTY
      duty: The agency keeps its own record.
`;
}
