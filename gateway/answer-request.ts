import type { AgencyReply, AgencyRequest } from './agency-client/agency-client.ts';
import { answer } from './answer/answer.ts';
import { AnsweredSites } from './answer/answered-sites.ts';
import { disclosedOf } from './answer/disclosed.ts';
import { isInput } from './answer/is-input.ts';
import { LedgerEntries } from './answer/ledger-entries.ts';
import { owedObligations } from './answer/obligations.ts';
import { soughtOf } from './answer/sought.ts';
import { missedOf } from './answer/missed.ts';
import { shownChildren, withheldOf } from './answer/withheld.ts';
import { TrellisError } from './errors.ts';
import { Decisions } from './execute/decisions.ts';
import type { ExecuteInput, Executed } from './execute/executor.ts';
import type { Data } from './execute/record.ts';
import { copyData } from './execute/record.ts';
import { runOperation } from './execute/run-operation.ts';
import type { Run } from './execute/run.ts';
import type { GatewayDependencies } from './gateway-dependencies.ts';
import type { NormalisedOperation } from './operations/tree.ts';
import type { Graph } from './stages/graph.ts';
import type { OperationPlan } from './stages/operation-plan.ts';

/** One request: what is asked, by whom, and all that answering it rests on. */
export interface GateRequest {
  readonly dependencies: GatewayDependencies;
  readonly graph: Graph;
  readonly plan: OperationPlan;
  readonly operation: NormalisedOperation;
  readonly input: ExecuteInput;
}

/** Thrown where what was decided on has moved before anything rested on it. */
class DecisionMoved extends Error {}

/** The number of times that a request is decided before it is given up. */
const mostDecisions = 3;

/**
 * Decides, fetches, ledgers and answers; where what was decided on has moved before the answer could leave, again. A decision that keeps moving ends in
 * REGISTER_UNAVAILABLE, never in nulls: those would say that it was withheld.
 */
export async function answerRequest(request: GateRequest): Promise<Executed> {
  // What a mutation did is done: only what is shown of it is decided again.
  let done: Data | undefined;
  const keep = (data: Data): void => {
    if (request.operation.kind === 'mutation') done = copyData(data);
  };
  for (let decided = 0; decided < mostDecisions; decided++) {
    try {
      return await attempt(request, false, done && copyData(done), keep);
    } catch (error) {
      if (!(error instanceof DecisionMoved)) throw error;
    }
  }
  if (!done) throw new TrellisError('REGISTER_UNAVAILABLE');
  return doneAndNotShown(await attempt(request, true, copyData(done), keep), request.operation);
}

/** A mutation that was done, of which only what is open can be shown: an error at each of its fields says so. */
function doneAndNotShown(executed: Executed, { shape }: NormalisedOperation): Executed {
  const errors = shape.map(({ response }) => ({ code: 'REGISTER_UNAVAILABLE', path: [response] }) as const);
  return { ...executed, errors: [...(executed.errors ?? []), ...errors] };
}

async function attempt(
  { dependencies, graph, plan, operation, input }: GateRequest,
  withholdAll: boolean,
  done: Data | undefined,
  keep: (data: Data) => void,
): Promise<Executed> {
  const decisions = new Decisions(dependencies.read, input, graph.vocabulary, withholdAll, done === undefined);
  const entries = new LedgerEntries(decisions, input, plan.hash);
  const release = async (
    disclosures: Parameters<typeof entries.release>[0],
    withholdings: Parameters<typeof entries.release>[1],
  ) => {
    if (decisions.moved) throw new DecisionMoved();
    if (disclosures.length + withholdings.length === 0) return;
    if (!(await dependencies.release(entries.release(disclosures, withholdings)))) throw new DecisionMoved();
  };
  const run: Run = {
    graph,
    values: operation.values,
    requester: input.requester,
    purposes: input.purposes,
    tokenPurposes: input.tokenPurposes ?? input.purposes,
    disclosure: input.disclosure,
    decisions,
    onExchangeFailure: dependencies.onExchangeFailure,
    ask: (request) => askOf(dependencies.agencies, request),
    ledgerFlow: (agency, children, need) => release(entries.flows(graph.vocabulary, agency, children, need), []),
  };
  const { data, errors, disclosed, withheld, missed, sought } = await gather(
    { dependencies, plan, operation },
    run,
    done,
    keep,
  );
  // With all of it withheld for a decision that keeps moving nothing is disclosed, and nothing was decided to be withheld.
  if (!withholdAll) await release(entries.disclosures(disclosed), entries.withholdings([...missed, ...sought]));
  const trellis = {
    disclosure: input.disclosure,
    withheld: withholdAll ? [] : withheld,
    obligations: owedObligations(disclosed),
  };
  return { data, ...(errors.length > 0 && { errors }), extensions: { trellis } };
}

/** The answer and the account of it. A function of its own, so that nothing of the tree is held while the ledger is written. */
async function gather(
  { dependencies, plan, operation }: Pick<GateRequest, 'dependencies' | 'plan' | 'operation'>,
  run: Run,
  done: Data | undefined,
  keep: (data: Data) => void,
) {
  const outcome = await runOperation(run, plan.root, done, keep);
  const { graph } = run;
  const sites = new AnsweredSites();
  const { data, errors } = answer(
    operation.shape,
    outcome.data,
    plan.root.type,
    (type) => graph.records.has(type),
    (coordinate) => {
      const agencies = graph.agenciesOf(coordinate);
      return dependencies.contacts?.filter(({ agency }) => agencies.includes(agency)) ?? [];
    },
    (record, shape, path) => sites.note(record, shape, path),
    (coordinate, input) => isInput(graph.apiSchema, coordinate, input),
  );
  const shown = shownChildren(run, outcome);
  const written = typeof data === 'object' && data !== null && dependencies.write ? dependencies.write(data) : data;
  return {
    data: written,
    errors,
    disclosed: disclosedOf(run, outcome),
    withheld: withheldOf(run, sites, shown),
    missed: missedOf(run, outcome, shown),
    sought: soughtOf(run, outcome),
  };
}

/** A client that has no `ask` of its own reads what comes as it comes. */
async function askOf(agencies: GatewayDependencies['agencies'], request: AgencyRequest): Promise<() => AgencyReply> {
  if (agencies.ask) return agencies.ask(request);
  const reply = await agencies.send(request);
  return () => reply;
}
