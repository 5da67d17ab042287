import type { RuleSet, Sentence } from '@trellis/decision';
import { inWords } from './in-words.ts';
import { listCategories, type RuleSetWords } from './list-categories.ts';
import type { SaidEntry } from './said-entry.ts';

type SafetyRule = RuleSet['familySafety'][number];

/** Everything that a rule on the safety of the family takes from a family's sight. */
export function saySafetyRule(rule: SafetyRule, words: RuleSetWords): SaidEntry {
  const name = inWords(rule.id);
  return {
    key: rule.id,
    title: { en: `The safety rule “${name}”`, fr: `La règle de sécurité « ${name} »` },
    says: [
      { en: `In its author's words: ${rule.sentence.en}`, fr: `Selon son auteur : ${rule.sentence.fr}` },
      ...effectsOf(rule, words),
    ],
  };
}

function effectsOf(rule: SafetyRule, words: RuleSetWords): readonly Sentence[] {
  if ('unlisted' in rule) return rule.unlisted.map((purpose) => unlisted(purpose, rule.untilFamilyIsTold));
  if ('whereabouts' in rule)
    return listCategories(rule.whereabouts, words).map(({ en, fr }) => ({
      en: `Tells where a child is, and can be hidden at once: ${en}.`,
      fr: `Dit où est l'enfant, et peut être caché aussitôt : ${fr}.`,
    }));
  const unless = rule.unlessServedBy.map((kind): Sentence => ({
    en: `Not withheld while this work with the child is open: ${inWords(kind)}.`,
    fr: `Non retenu tant que ce travail auprès de l'enfant est en cours : ${inWords(kind)}.`,
  }));
  const from = rule.from.map((role): Sentence => ({
    en: `Withheld from family in the role “${inWords(role)}”.`,
    fr: `Retenu à l'égard de la famille dans le rôle « ${inWords(role)} ».`,
  }));
  return [...withheld(rule.withholds, words), ...from, ...unless];
}

function unlisted(purpose: string, untilTold: boolean): Sentence {
  const until = untilTold
    ? {
        en: ' before the reviewer of the emergency has said that the family is told',
        fr: " avant que la personne qui examine l'urgence n'ait dit que la famille en est informée",
      }
    : { en: '', fr: '' };
  return {
    en: `What was looked up for “${inWords(purpose)}” is on no family's list${until.en}.`,
    fr: `Ce qui a été consulté pour « ${inWords(purpose)} » ne figure sur la liste d'aucune famille${until.fr}.`,
  };
}

function withheld(what: readonly string[] | 'DECIDED_BY_CHILD', words: RuleSetWords): readonly Sentence[] {
  if (what === 'DECIDED_BY_CHILD')
    return [
      {
        en: 'Withheld: all that the child decides alone, but for what the law requires.',
        fr: "Retenu : tout ce que l'enfant décide seul, sauf ce que la loi exige.",
      },
    ];
  return listCategories(what, words).map(({ en, fr }) => ({ en: `Withheld: ${en}.`, fr: `Retenu : ${fr}.` }));
}
