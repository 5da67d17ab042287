import { z } from 'zod';
import type { Sentence } from './sentence.ts';

export const codeSentence: Sentence = {
  en: 'a code is lower-case words joined by hyphens',
  fr: "un code est fait de mots en minuscules joints par des traits d'union",
};
export const categorySentence: Sentence = {
  en: 'a category is `domain.name`, or a whole `domain`',
  fr: 'une catégorie est `domaine.nom`, ou un `domaine` entier',
};

export const code = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, codeSentence.en)
  .max(100);
export const categoryCode = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$/, categorySentence.en)
  .max(200);
export const text = z.string().min(1).max(2000);
export const sentence = z.strictObject({ en: text, fr: text });

/** A list of at least one item, and of a length that no pack needs to exceed. */
export const few = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(500);
