import { expandCategories, type Vocabulary } from '@trellis/vocabulary';
import { knowsRole } from '../known.ts';
import { faultSentences, unknownWord, type WordOfPack } from '../fault-sentences.ts';
import type { Fault } from '../fault.ts';
import type { RuleSetText } from '../rule-set-shape.ts';

/** The words in a pack's section on the safety of the family that the vocabulary has no place for, and the ids that another rule has. */
export function familySafetyFaults(
  { rules, familySafety }: Pick<RuleSetText, 'rules' | 'familySafety'>,
  vocabulary: Vocabulary,
): readonly Fault[] {
  const faults: Fault[] = [];
  const taken = new Set(rules.map(({ id }) => id));
  familySafety?.forEach((rule, index) => {
    const check = (
      part: string,
      codes: readonly string[],
      isKnown: (code: string) => boolean,
      name: WordOfPack,
    ): void =>
      codes.forEach((code, place) => {
        if (!isKnown(code))
          faults.push({ path: ['familySafety', index, part, place], message: unknownWord(name, code) });
      });
    if (taken.has(rule.id)) faults.push({ path: ['familySafety', index, 'id'], message: faultSentences.idTaken });
    taken.add(rule.id);
    if ('unlisted' in rule) {
      check('unlisted', rule.unlisted, (code) => vocabulary.purposes.has(code), 'purpose');
      return;
    }
    if ('whereabouts' in rule) {
      check('whereabouts', rule.whereabouts, (code) => expandCategories(vocabulary, code) !== undefined, 'category');
      return;
    }
    if (rule.withholds !== 'DECIDED_BY_CHILD')
      check('withholds', rule.withholds, (code) => expandCategories(vocabulary, code) !== undefined, 'category');
    check('from', rule.from, (role) => knowsRole(vocabulary, 'family', role), 'family role');
    check(
      'unlessServedBy',
      rule.unlessServedBy,
      (kind) => vocabulary.involvementKinds.includes(kind),
      'involvement kind',
    );
  });
  return faults;
}
