import { z } from 'zod';
import type { Fault } from './fault.ts';
import { ruleSetShape, type RuleSetText } from './rule-set-shape.ts';
import { categorySentence, codeSentence } from './rule-set-words.ts';

/** The shape's own English sentences, each with its French one. */
const own: ReadonlyMap<string, string> = new Map([codeSentence, categorySentence].map(({ en, fr }) => [en, fr]));

/** The data of a pack's text in its shape, or every place that does not fit it, in both languages. */
export function readShape(data: unknown): RuleSetText | readonly Fault[] {
  const read = ruleSetShape.safeParse(data);
  if (read.success) return read.data;
  // The same reading in the other language finds the same places in the same order.
  const inFrench = ruleSetShape.safeParse(data, { error: z.locales.fr().localeError });
  return read.error.issues.map(({ path, message: en }, index) => ({
    path,
    message: { en, fr: own.get(en) ?? inFrench.error?.issues[index]?.message ?? en },
  }));
}
