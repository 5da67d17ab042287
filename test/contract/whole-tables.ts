import type { Database, Queryable } from '@trellis/platform';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Tables of a row, or a few, however many children there are. */
const small = new Set(['head', 'rule_set', 'secret']);

/** The tables, each with its statement, that are read from end to end even where the planner would rather do anything else: no index helps. */
export async function wholeTables(database: Database, statements: Iterable<Statement>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { text, values } of statements) {
    if (!/^\s*(with|select|insert|update|delete)\b/i.test(text)) continue;
    await database.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      const { rows } = await tx.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
        `explain (format json) ${text}`,
        values,
      );
      const whole = rows.flatMap((row) => row['QUERY PLAN']).flatMap(({ Plan }) => wholeIn(Plan));
      found.push(...whole.filter((table) => !small.has(table)).map((table) => `${table}: ${text}`));
    });
  }
  return found;
}

function wholeIn(node: PlanNode): readonly string[] {
  const own = node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : [];
  return [...own, ...(node.Plans ?? []).flatMap(wholeIn)];
}

/** The same database, whose statements are heard. */
export function listening(database: Database, hear: (statement: Statement) => void): Database {
  const over = (queryable: Queryable): Queryable => ({
    query: (text, values) => {
      hear({ text, values: values ?? [] });
      return queryable.query(text, values);
    },
  });
  return { ...database, ...over(database), transaction: (run) => database.transaction((tx) => run(over(tx))) };
}
