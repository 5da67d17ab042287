import type { DisclosurePage } from '@trellis/ledger';
import type { RecordThen } from '@trellis/register';
import type { Context } from '../context.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { maySee } from '../may-see.ts';
import { coded } from '../refusals.ts';
import { noteLookUp } from './seen-child.ts';
import { underAll } from '../under-all.ts';
import { visiblePage } from '../visible-page.ts';
import { citationOf } from '../views/citation-of.ts';
import { disclosuresView } from '../views/disclosures.ts';
import { instantAsked, shown } from '../views/instants.ts';

interface FileArgs {
  readonly child: string;
  readonly from: string;
  readonly to: string;
  readonly first: number;
  readonly after?: string | null;
}
type Entry = DisclosurePage['entries'][number];

/**
 * A court's file on a child and a period: every disclosure with what it rested on as that stood then, who had recorded it, the words of the
 * rules, and what names the child in the proofs.
 */
export function childFileResolvers({ register, ledger }: Pick<RegisterDependencies, 'register' | 'ledger'>) {
  const groundsOf = async ({ grounds, ruleSet, at }: Entry) => {
    const { rules } = (await register.compiledRules(ruleSet)).ruleSet;
    const records = await register.recordsThen(
      grounds.map(({ id }) => id),
      at,
    );
    return grounds.map(({ kind, id, categories }) => {
      const rule = kind === 'RULE' ? rules.find((each) => each.id === id) : undefined;
      const record = kind === 'RULE' ? undefined : records.get(id);
      return {
        kind,
        id,
        categories,
        sentence: rule?.sentence.en ?? null,
        phrase: rule?.sentence.fr ?? null,
        citation: rule === undefined ? null : citationOf(rule.authority),
        record: record?.body == null ? null : JSON.stringify(record.body),
        acts: actsOf(record),
      };
    });
  };

  return {
    async childFile(_root: unknown, { child, from, to, first, after }: FileArgs, context: Context) {
      maySee('childFile', context);
      await noteLookUp('childFile', child, context);
      return coded(async () => {
        const ids = await register.idsOf(child);
        const query = { from: instantAsked(from), to: instantAsked(to), first, after: after ?? undefined };
        const page = await visiblePage(underAll(ledger, ids), query, (entry) => entry);
        const salts = await ledger.saltsOf(ids);
        const numbers = [...new Set(page.entries.map(({ ruleSet }) => ruleSet))];
        const ruleSets = await Promise.all(numbers.map((number) => register.ruleSet(number)));
        const grounds = await Promise.all(page.entries.map(groundsOf));
        return {
          child,
          names: [...salts].map(([name, salt]) => ({ child: name, salt })),
          entries: disclosuresView(page).edges.map(({ node }, at) => ({
            disclosure: node,
            grounds: grounds[at] ?? [],
          })),
          ruleSets: ruleSets.flatMap((each) =>
            each === undefined ? [] : [{ number: each.body.number, yaml: each.yaml }],
          ),
          pageInfo: { hasNextPage: page.hasNextPage, endCursor: page.endCursor },
        };
      });
    },
  };
}

function actsOf(record: RecordThen | undefined) {
  return (record?.acts ?? []).map(({ act, at, actor }) => ({
    act,
    at: shown(at),
    by: { agency: actor.agency, role: actor.role, user: actor.user, kind: actor.kind },
  }));
}
