import { z } from 'zod';
import { ruleSetShape } from './rule-set-shape.ts';

/** The JSON Schema of a pack, for editors; `rule-set.schema.json` is this, kept in step by a test. */
export function ruleSetJsonSchema(): object {
  const schema = z.toJSONSchema(ruleSetShape, { io: 'input', target: 'draft-2020-12' });
  return { ...schema, title: 'Trellis rule set' };
}
