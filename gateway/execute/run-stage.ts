import { isOpen, metBy } from '../stages/need.ts';
import { everyPurpose } from '../stages/purpose-set.ts';
import { cutStage } from '../stages/cut.ts';
import type { StageCut } from '../stages/stage-cut.ts';
import { fetchesOf } from '../stages/fetch-plan.ts';
import type { Fetch, FetchPlan } from '../stages/fetch-plan.ts';
import type { Stage } from '../stages/stage.ts';
import type { Delivery, RecordHolder } from './fetch-entities.ts';
import { fetchEntities, nothing } from './fetch-entities.ts';
import { fetchRoot } from './fetch-root.ts';
import type { AnswerRecord, Data } from './record.ts';
import type { Run } from './run.ts';

/** Fetches what a stage may ask for its records and writes it into them. Resolves when all that could be had is there. */
export async function runStage(run: Run, stage: Stage, records: readonly AnswerRecord[]): Promise<void> {
  if (records.length === 0) return;
  const fetches = fetchesOf(stage.plan);
  const ceiling = run.decisions.ceiling();
  const foreseen = stage.needs.map((need) => metBy(need, ceiling));
  const flowing = fetches.some(({ flow }) => flow !== undefined);
  const cuts = new Map<AnswerRecord, StageCut>();
  // Records that permit the same are cut alike, but for what flows between agencies: that is decided for each.
  const byPermission = new Map<string, StageCut>();
  for (const record of records) {
    const name = flowing ? undefined : record.permission;
    let cut = name === undefined ? undefined : byPermission.get(name);
    if (!cut) {
      const met = stage.needs.map((need) => record.under & metBy(need, record.yes));
      // An order may give of its child what no rule foresees.
      const possible = met.map((metHere, need) => metHere | (record.under & (foreseen[need] as number)));
      const flows = fetches.map(({ flow, agency }) =>
        flow === undefined
          ? record.under
          : record.under & metBy(flow, run.decisions.agencyYes(record.children, agency)),
      );
      cut = cutStage(run.graph, stage, { met, possible, flows });
      if (name !== undefined) byPermission.set(name, cut);
    }
    record.cut = cut;
    cuts.set(record, cut);
  }
  await inOrder(stage.plan, (fetch) => fetchEntities(run, fetch, records, cuts));
}

/** The part of the root's stage that may be asked for: what is open, and routing of the records that some child could permit. */
export function cutRoot(run: Run, stage: Stage): StageCut {
  const every = everyPurpose(run.purposes.length);
  const ceiling = run.decisions.isStarted ? run.decisions.ceiling() : undefined;
  const met = stage.needs.map((need) => (ceiling ? metBy(need, ceiling) : isOpen(need) ? every : 0));
  // No child is known here, so nothing that needs permission may flow between agencies.
  const flows = fetchesOf(stage.plan).map(({ flow }) => (flow === undefined ? every : 0));
  // What a mutation does is asked for whoever may see what comes of it.
  const possible = stage.type === 'Mutation' ? met.map(() => every) : met;
  return cutStage(run.graph, stage, { met, possible, flows });
}

/** Fetches what remains of the root. */
export async function runRoot(run: Run, stage: Stage, cut: StageCut, data: Data): Promise<void> {
  if (fetchesOf(stage.plan).length === 0) return;
  const root: RecordHolder = { children: [], data };
  const cuts = new Map([[root, cut]]);
  await inOrder(stage.plan, (fetch) =>
    fetch.requires ? fetchEntities(run, fetch, [root], cuts) : fetchRoot(run, fetch, cut, stage.type, data),
  );
}

/** Runs a plan. What is asked in parallel is delivered together, in the plan's order, whatever the order it came in. */
async function inOrder(plan: FetchPlan, each: (fetch: Fetch) => Promise<Delivery>): Promise<void> {
  (await begin(plan, each))();
}

async function begin(plan: FetchPlan, each: (fetch: Fetch) => Promise<Delivery>): Promise<Delivery> {
  if (plan.kind === 'fetch') return each(plan.fetch);
  if (plan.kind === 'parallel') {
    const deliveries = await Promise.all(plan.nodes.map((node) => begin(node, each)));
    return () => deliveries.forEach((deliver) => deliver());
  }
  for (const node of plan.nodes) await inOrder(node, each);
  return nothing;
}
