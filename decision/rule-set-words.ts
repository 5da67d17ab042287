import { z } from 'zod';

export const code = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a code is lower-case words joined by hyphens')
  .max(100);
export const categoryCode = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$/, 'a category is `domain.name`, or a whole `domain`')
  .max(200);
export const text = z.string().min(1).max(2000);
export const sentence = z.strictObject({ en: text, fr: text });

/** A list of at least one item, and of a length that no pack needs to exceed. */
export const few = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(500);
