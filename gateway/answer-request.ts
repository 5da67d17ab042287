import type { AgencyReply, AgencyRequest } from './agency-client/agency-client.ts';
import { answer } from './answer/answer.ts';
import { disclosedOf } from './answer/disclosed.ts';
import { LedgerEntries } from './answer/ledger-entries.ts';
import { obligationsOf } from './answer/obligations.ts';
import { soughtOf } from './answer/sought.ts';
import { withheldOf } from './answer/withheld.ts';
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
class Moved extends Error {}

/** Decides, fetches, ledgers and answers. Where what was decided on has moved before the answer could leave: once more, and then it withholds. */
export async function answerRequest(request: GateRequest): Promise<Executed> {
  // What a mutation did is done: only what is shown of it is decided again.
  let done: Data | undefined;
  const keep = (data: Data): void => {
    if (request.operation.kind === 'mutation') done = copyData(data);
  };
  for (const withholdAll of [false, false, true]) {
    try {
      return await attempt(request, withholdAll, done && copyData(done), keep);
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
    }
  }
  throw new TrellisError('REGISTER_UNAVAILABLE');
}

async function attempt(
  { dependencies, graph, plan, operation, input }: GateRequest,
  withholdAll: boolean,
  done: Data | undefined,
  keep: (data: Data) => void,
): Promise<Executed> {
  const decisions = new Decisions(dependencies.read, input, graph.vocabulary, withholdAll);
  const entries = new LedgerEntries(decisions, input, plan.hash);
  const release = async (
    disclosures: Parameters<typeof entries.release>[0],
    withholdings: Parameters<typeof entries.release>[1],
  ) => {
    if (decisions.moved) throw new Moved();
    if (disclosures.length + withholdings.length === 0) return;
    if (!(await dependencies.release(entries.release(disclosures, withholdings)))) throw new Moved();
  };
  const run: Run = {
    graph,
    values: operation.values,
    requester: input.requester,
    purpose: input.purpose,
    disclosure: input.disclosure,
    decisions,
    ask: (request) => askOf(dependencies.agencies, request),
    ledgerFlow: (agency, children, need) => release(entries.flows(graph.vocabulary, agency, children, need), []),
  };
  const { data, errors, disclosed, withheld, sought } = await gather(
    { dependencies, plan, operation },
    run,
    done,
    keep,
  );
  await release(entries.disclosures(disclosed), entries.withholdings([...withheld, ...sought]));
  const trellis = { disclosure: input.disclosure, withheld, obligations: obligationsOf(disclosed) };
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
  const { data, errors } = answer(operation.shape, outcome.data, plan.root.type);
  const written = typeof data === 'object' && data !== null && dependencies.write ? dependencies.write(data) : data;
  return {
    data: written,
    errors,
    disclosed: disclosedOf(run, outcome),
    withheld: withheldOf(run, outcome),
    sought: soughtOf(run, outcome),
  };
}

/** A client that has no `ask` of its own reads what comes as it comes. */
async function askOf(agencies: GatewayDependencies['agencies'], request: AgencyRequest): Promise<() => AgencyReply> {
  if (agencies.ask) return agencies.ask(request);
  const reply = await agencies.send(request);
  return () => reply;
}
