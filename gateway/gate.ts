import { ceiling } from '@trellis/decision';
import { BoundedCache } from '@trellis/platform';
import { mayEverAsk } from '@trellis/register';
import type { GraphQLSchema } from 'graphql';
import { getOperationAST } from 'graphql';
import { answerRequest } from './answer-request.ts';
import { TrellisError } from './errors.ts';
import type { ExecuteInput, Prepared } from './execute/executor.ts';
import type { GatewayDependencies } from './gateway-dependencies.ts';
import type { ReadInput } from './input/read-input.ts';
import { openInputReader } from './input/read-input.ts';
import { OperationCache } from './operations/operation-cache.ts';
import type { NormalisedOperation } from './operations/tree.ts';
import { schemaView } from './schema-view.ts';
import type { Graph } from './stages/graph.ts';
import { readGraph } from './stages/graph.ts';
import { isMet, isOpen } from './stages/need.ts';
import type { OperationPlan } from './stages/operation-plan.ts';
import { planOperation, weightOf } from './stages/operation-plan.ts';

export interface PreparedGate extends Prepared {
  readonly apiSchema: GraphQLSchema;
}

/** The most fields of the plans that are kept, all together. With its cuts a field weighs about two kilobytes. */
const mostPlanned = 10_000;

/** Makes a supergraph ready to be served. Throws where it must not be. */
export function prepareGate(dependencies: GatewayDependencies, supergraphSdl: string): PreparedGate {
  return gateOver(dependencies, readGraph(supergraphSdl, dependencies.vocabulary));
}

/** A gate with nothing remembered yet, over a graph that was read. */
export function gateOver(dependencies: GatewayDependencies, graph: Graph): PreparedGate {
  const operations = new OperationCache(
    graph.apiSchema,
    dependencies.vocabulary.limits.expandedSelections,
    graph.requiredWithArguments,
  );
  const plans = new BoundedCache<string, OperationPlan>(mostPlanned);
  const readInput = openInputReader(graph);
  return {
    apiSchema: graph.apiSchema,
    describe: async (requester, purposes) => {
      const { rules } = await dependencies.read([], requester);
      const levels = purposes.map((purpose) => ceiling(rules, { requester, purpose }));
      return schemaView(graph, {
        mayEverSee: (need) => isOpen(need) || levels.some((each) => isMet(need, each)),
        mayEverAsk: (coordinate) => mayEverAsk(requester, coordinate, dependencies.vocabulary),
      });
    },
    execute: async (input) => {
      const operation = normaliseInput(readInput, operations, input);
      // What a mutation does, it does for one reason: the record of it says which.
      if (operation.kind === 'mutation' && input.purposes.length > 1)
        throw new TrellisError('BAD_REQUEST', { reason: 'ONE_PURPOSE' });
      let plan = plans.get(operation.key);
      dependencies.onPlan?.(plan ? 'kept' : 'made');
      if (!plan) plans.set(operation.key, (plan = planOperation(graph, operation)), weightOf(plan));
      return answerRequest({ dependencies, graph, plan, operation, input });
    },
  };
}

function normaliseInput(readInput: ReadInput, operations: OperationCache, input: ExecuteInput): NormalisedOperation {
  const operation = getOperationAST(input.document, input.operationName);
  if (!operation) throw new TrellisError('BAD_REQUEST', { reason: 'OPERATION_NAME' });
  const variables = readInput(input.document, operation, input.variables);
  return operations.normalise(input.document, operation, variables);
}
