import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';

export interface NewNetwork {
  readonly name: string;
  readonly jurisdiction: string;
  readonly timeZone: string;
}

/** `network.yaml` of a network without agencies: the words that the shipped network's services need, under a name of its own. */
export function smallNetworkYaml(shipped: string, { name, jurisdiction, timeZone }: NewNetwork): string {
  const { services, roles, roleTitles, purposes, categories, languages } = parse(
    readFileSync(shipped, 'utf8'),
  ) as Readonly<Record<string, object>>;
  const words = {
    name,
    jurisdiction,
    timeZone,
    languages,
    rules: 'rules/pack.yaml',
    services,
    roles,
    roleTitles,
    purposes,
    categories,
  };
  return `# The words of this network that no single agency owns. Each agency's own stand in agencies/NAME/agency.yaml.\n${stringify(words, { lineWidth: 140 })}`;
}

/** `rules/pack.yaml` of a network without agencies: whom a child's data is of may decide about it, and reads who the child is. */
export function smallPackYaml({ jurisdiction, timeZone }: NewNetwork, today: string): string {
  const authority = (force: string, duty = '') =>
    `{ citation: Name the statute, jurisdiction: ${jurisdiction}, asOf: ${today}, confidence: UNVERIFIED, force: ${force}${duty} }`;
  return `# Who may receive what about a child, on which legal basis, and who may decide. docs/guides/privacy-officer.md explains each line.
pack: pack
version: '1'
jurisdiction: ${jurisdiction}
timeZone: ${timeZone}
asOf: ${today}
notice:
  en: An example to adapt with counsel; not legal advice.
  fr: Un exemple à adapter avec un conseiller juridique ; ceci n'est pas un avis juridique.

authorities:
  - kind: child
    title: { en: The child, fr: L'enfant }
    decides: SELF
    family: child
    rank: 0
    reach: [{ may: [CONSENT, REFUSE], categories: [identity], presumedFrom: 16 }]
    authority: ${authority('CONSENT')}
  - kind: custodial-parent
    title: { en: A parent with custody, fr: Un parent ayant la garde }
    decides: FOR_CHILD
    family: parent
    rank: 6
    reach: [{ may: [CONSENT, REFUSE], categories: [identity], toAge: 18, yieldsAt: 16 }]
    authority: ${authority('CONSENT')}

# What a family does not learn from the list of who asked about its child.
familySafety:
  - id: investigations-are-not-announced
    sentence:
      en: Whoever is alleged to harm a child does not learn from a list that somebody has begun to ask.
      fr: Une personne soupçonnée de nuire à un enfant n'apprend pas d'une liste que quelqu'un a commencé à s'informer.
    unlisted: [child-protection-investigation, law-enforcement-investigation]
  - id: emergencies-are-told-by-their-reviewer
    sentence:
      en: A family learns of an access in an emergency once its reviewer has decided that it is told.
      fr: La famille apprend qu'il y a eu un accès d'urgence quand la personne qui l'examine décide de l'en informer.
    unlisted: [emergency]
    untilFamilyIsTold: true
  - id: officers-work-is-not-announced
    sentence:
      en: A family does not learn from a list that an officer has begun to decide on something about the child.
      fr: Une famille n'apprend pas d'une liste qu'une personne responsable a commencé à décider de quelque chose au sujet de l'enfant.
    unlisted: [privacy-administration]

rules:
  - id: family-reads-who-the-child-is
    sentence: { en: A child and its parents read who the child is., fr: Un enfant et ses parents lisent qui est l'enfant. }
    recipients: [{ agency: family, roles: [child, parent], kinds: [family] }]
    purposes: [family-access]
    involvement: { need: NONE }
    categories: [identity.name, identity.birth-date]
    level: FULL
    basis: BY_LAW
    authority: ${authority('DUTY', ', duty: A person may read what is recorded about them.')}
`;
}
