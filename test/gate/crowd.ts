import { AsyncLocalStorage } from 'node:async_hooks';
import { compileRules } from '@trellis/decision';
import type { RuleSet } from '@trellis/decision';
import type { Database, Queryable } from '@trellis/platform';
import type { DecidedOn } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import type { AgencyRequest } from '../../gateway/agency-client/agency-client.ts';
import { gateOver } from '../../gateway/gate.ts';
import { edgeLimits } from '../../gateway/operations/edge-limits.ts';
import { CheckedDocuments } from '../../gateway/operations/checked-documents.ts';
import { openReleaser } from '../../gateway/release.ts';
import type { Release } from '../../gateway/release.ts';
import type { Graph } from '../../gateway/stages/graph.ts';
import type { CrowdRequest } from './draw-crowd.ts';
import type { openAgencies } from './network.ts';
import { network, now } from './permissions.ts';

/** What one request got, and all that was asked, told and written down on its behalf. */
interface Seen {
  readonly requests: AgencyRequest[];
  readonly reads: (readonly string[])[];
  readonly entries: unknown[];
  compared: number;
}

export interface CrowdGate {
  /** What a request gets under a disclosure id of its own, as one text that does not say which. */
  ask(request: CrowdRequest, disclosure: string): Promise<string>;
}

/** What is drawn may be longer than what a client may send. */
const limits = {
  ...edgeLimits(vocabulary.limits),
  tokens: 100_000,
  aliases: 1_000,
  sameNames: 1_000,
  directives: 1_000,
};
/** Long enough for any machine: who comes late is not what is asked here. */
const deadlineMs = 300_000;

/** For whom something is done. One for all gates: every promise that is made looks at each there ever was. */
const asking = new AsyncLocalStorage<{ readonly request: CrowdRequest; readonly seen: Seen }>();

function current() {
  const found = asking.getStore();
  if (!found) throw new Error('Something was done for nobody.');
  return found;
}

/**
 * One gate that several ask at once: documents, plans, cuts, rules and releases are shared as in a gateway. Whose a call is, is known by where it comes
 * from and not by what it says. `wait` is called before each step, so that others may go first.
 */
export function openCrowdGate(
  graph: Graph,
  serve: ReturnType<typeof openAgencies>['serve'],
  ruleSet: RuleSet,
  wait: () => Promise<void>,
): CrowdGate {
  const rules = compileRules(ruleSet, vocabulary);
  const documents = new CheckedDocuments(limits);
  const decidedFor = new WeakMap<DecidedOn, { request: CrowdRequest; seen: Seen }>();
  const ledgered = new Map<string, unknown[]>();

  const database: Pick<Database, 'transaction'> = {
    transaction: async (run) => {
      await wait();
      const result = await run(nothing);
      await wait();
      return result;
    },
  };
  const stillCurrent = (_: Queryable, decided: readonly DecidedOn[]) =>
    Promise.resolve(
      decided.map((each) => {
        const found = decidedFor.get(each);
        if (!found) throw new Error('Nobody decided on this.');
        return found.seen.compared++ >= found.request.moves;
      }),
    );
  const append = (
    _: Queryable,
    _now: number,
    disclosures: Release['disclosures'],
    withholdings: Release['withholdings'],
  ) => {
    for (const entry of disclosures) ledgered.get(entry.disclosure)?.push({ disclosed: entry });
    for (const entry of withholdings) ledgered.get(entry.disclosure)?.push({ withheld: entry });
    return Promise.resolve([]);
  };
  const release = openReleaser(database as Database, { stillCurrent }, { append } as never, { releaseMs: deadlineMs });

  const gate = gateOver(
    {
      vocabulary,
      read: async (children) => {
        const { request, seen } = current();
        seen.reads.push([...children]);
        await wait();
        return { now, network, rules, facts: new Map(children.map((child) => [child, request.facts(child)])) };
      },
      release: (released) => {
        decidedFor.set(released.decided, current());
        return release(released);
      },
      agencies: {
        send: async (sent) => {
          const { request, seen } = current();
          seen.requests.push(sent);
          await wait();
          const data = await serve(sent);
          await wait();
          return sent.agency === request.down ? { failed: 'unavailable' } : { data, errors: [] };
        },
      },
    },
    graph,
  );

  return {
    ask: (request, disclosure) => {
      const seen: Seen = { requests: [], reads: [], entries: [], compared: 0 };
      ledgered.set(disclosure, seen.entries);
      return asking.run({ request, seen }, async () => {
        const { source, variables, asker } = request;
        const { document } = documents.check(source);
        const executed = await gate.execute({ ...asker, document, source, variables, disclosure });
        const sorted = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort();
        const { requests, reads, entries } = seen;
        const all = { executed, requests: sorted(requests), reads, entries: sorted(entries) };
        return JSON.stringify(all).replaceAll(disclosure, 'its own');
      });
    },
  };
}

const nothing: Queryable = { query: () => Promise.resolve({ rows: [], rowCount: 0 }) };
