import type { RuleSet, Sentence } from '@trellis/decision';
import { listCategories, type RuleSetWords } from './list-categories.ts';
import type { SaidEntry } from './said-entry.ts';
import { sayAccessPeriods } from './say-access-periods.ts';
import { sayAuthority } from './say-authority.ts';
import { sayDay } from './say-day.ts';
import { saySafetyRule } from './say-safety-rule.ts';

/** The parts of a set beside its rules. */
export type Parts = Omit<RuleSet, 'rules'>;

type Sayings = { readonly [Part in keyof Parts]: (value: Parts[Part], words: RuleSetWords) => readonly SaidEntry[] };

const said = (key: string, title: Sentence, ...says: readonly Sentence[]): readonly SaidEntry[] => [
  { key, title, says },
];

/** How each part is said; a part that is added to sets of rules needs words here. */
const sayings: Sayings = {
  authorities: (kinds, words) => kinds.map((each) => sayAuthority(each, words)),
  familySafety: (rules, words) => rules.map((each) => saySafetyRule(each, words)),
  accessPeriods: (periods, words) => periods.map((each) => sayAccessPeriods(each, words)),
  onlyByOrder: (codes, words) =>
    said(
      'onlyByOrder',
      { en: 'What a court order alone opens', fr: "Ce que seule une ordonnance d'un tribunal ouvre" },
      ...codes.flatMap((code) => listCategories([code], words)).map(({ en, fr }) => ({ en: `${en}.`, fr: `${fr}.` })),
    ),
  ageUnknownBelow: (age) =>
    said(
      'ageUnknownBelow',
      { en: 'A child of unknown age', fr: "Un enfant d'âge inconnu" },
      {
        en:
          age === null
            ? 'It may be of any age.'
            : `It may be of any age below ${String(age)}: each question counts at its strictest age.`,
        fr:
          age === null
            ? 'Il peut avoir tout âge.'
            : `Il peut avoir tout âge de moins de ${String(age)} ans : chaque question compte à l'âge le plus strict.`,
      },
    ),
  longestProtocolDays: (days) =>
    said(
      'longestProtocolDays',
      { en: 'How long a protocol lasts', fr: 'La durée d’un protocole' },
      {
        en: `A protocol between agencies is reviewed after ${String(days)} days at the latest.`,
        fr: `Un protocole entre organismes est réexaminé après ${String(days)} jours au plus tard.`,
      },
    ),
  longestApprovalDays: (days) =>
    said(
      'longestApprovalDays',
      { en: 'How long an approval lasts', fr: 'La durée d’une approbation' },
      {
        en: `What a custodian approves for one person and one child stays open for ${String(days)} days at most.`,
        fr: `Ce qu'un dépositaire approuve pour une personne et un enfant reste ouvert au plus ${String(days)} jours.`,
      },
    ),
  timeZone: (zone) =>
    said(
      'timeZone',
      { en: 'When days begin', fr: 'Le début des journées' },
      {
        en: `Days begin by the clocks of ${zone.replaceAll('_', ' ')}.`,
        fr: `Les journées commencent à l'heure de ${zone.replaceAll('_', ' ')}.`,
      },
    ),
  jurisdiction: (where) =>
    said(
      'jurisdiction',
      { en: 'Where the law is from', fr: 'D’où vient le droit' },
      {
        en: `The set is written for ${where}.`,
        fr: `L'ensemble est écrit pour ${where}.`,
      },
    ),
  pack: (name) =>
    said(
      'pack',
      { en: 'The name of the set', fr: "Le nom de l'ensemble" },
      { en: `It is called “${name}”.`, fr: `Il s'appelle « ${name} ».` },
    ),
  version: (version) =>
    said(
      'version',
      { en: 'The version of the set', fr: "La version de l'ensemble" },
      { en: `It is version ${version}.`, fr: `C'est la version ${version}.` },
    ),
  notice: (notice) => said('notice', { en: 'The notice of the set', fr: "L'avis de l'ensemble" }, notice),
  asOf: (day) => {
    const { en, fr } = sayDay(day);
    return said(
      'asOf',
      { en: 'When the law was looked at', fr: 'Quand le droit a été consulté' },
      {
        en: `The law was looked at on ${en}.`,
        fr: `Le droit a été consulté le ${fr}.`,
      },
    );
  },
};

export const partNames = Object.keys(sayings) as readonly (keyof Parts)[];

/** Everything that one part of a set says, entry by entry. */
export function sayPart<Part extends keyof Parts>(part: Part, set: Parts, words: RuleSetWords): readonly SaidEntry[] {
  return sayings[part](set[part], words);
}
