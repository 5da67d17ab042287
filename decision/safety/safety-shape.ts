import { z } from 'zod';
import { categoryCode, code, few, sentence } from '../rule-set-words.ts';

const unlisted = z.strictObject({
  id: code,
  sentence,
  unlisted: few(code),
  untilFamilyIsTold: z.boolean().default(false),
});

const withheld = z.strictObject({
  id: code,
  sentence,
  withholds: z.union([z.literal('DECIDED_BY_CHILD'), few(categoryCode)]),
  from: few(code),
  unlessServedBy: z.array(code).max(100).default([]),
});

const whereabouts = z.strictObject({
  id: code,
  sentence,
  whereabouts: few(categoryCode),
});

/** The shape of a pack's section on what a family is not shown; null where it has none. */
export const familySafetyShape = z
  .array(z.union([unlisted, withheld, whereabouts]))
  .max(100)
  .nullable()
  .default(null);
