import type { AccessPeriods, Sentence } from '@trellis/decision';
import { inWords } from './in-words.ts';
import { listCategories, type RuleSetWords } from './list-categories.ts';
import type { SaidEntry } from './said-entry.ts';
import { sayLaw } from './say-law.ts';

/** How long records of a kind may be read, outcome by outcome, and what they are afterwards. */
export function sayAccessPeriods({ id, within, after, outcomes }: AccessPeriods, words: RuleSetWords): SaidEntry {
  const [before, later] = [within, after].map((code) => listCategories([code], words)[0]);
  const name = inWords(id);
  return {
    key: id,
    title: { en: `The period of access “${name}”`, fr: `La période d'accès « ${name} »` },
    says: [
      {
        en: `Within the period a record counts as: ${before?.en ?? ''}.`,
        fr: `Pendant la période, un dossier compte comme : ${before?.fr ?? ''}.`,
      },
      { en: `After it as: ${later?.en ?? ''}.`, fr: `Ensuite, comme : ${later?.fr ?? ''}.` },
      ...outcomes.map((each): Sentence => {
        const law = sayLaw(each.authority);
        const [outcome, start] = [inWords(each.outcome), inWords(each.startsAt)];
        return {
          en: `With the outcome “${outcome}” the period lasts ${lasting(each.years, 'year', each.months, 'month')} from the day of “${start}”. ${law.en}`,
          fr: `Avec l'issue « ${outcome} », la période dure ${lasting(each.years, 'an', each.months, 'mois')} à compter du jour de « ${start} ». ${law.fr}`,
        };
      }),
    ],
  };
}

function lasting(years: number, year: string, months: number, month: string): string {
  const counted = (count: number, unit: string): string =>
    `${String(count)} ${unit}${count === 1 || unit.endsWith('s') ? '' : 's'}`;
  const parts = [years > 0 ? counted(years, year) : '', months > 0 ? counted(months, month) : ''].filter(
    (each) => each !== '',
  );
  return parts.length === 0 ? counted(0, year) : parts.join(' + ');
}
