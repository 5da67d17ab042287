import type { Queryable } from '@trellis/platform';

/** The text of one rule set; empty where there is none of that number. */
export async function ruleSetText(tx: Queryable, number: number): Promise<string> {
  const { rows } = await tx.query<{ yaml: string }>('select yaml from register.rule_set_text where number = $1', [
    number,
  ]);
  return rows[0]?.yaml ?? '';
}
