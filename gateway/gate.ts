import { BoundedCache } from '@trellis/platform';
import type { GraphQLSchema } from 'graphql';
import { getOperationAST, getVariableValues } from 'graphql';
import { answerRequest } from './answer-request.ts';
import { TrellisError } from './errors.ts';
import type { ExecuteInput, Prepared } from './execute/executor.ts';
import type { GatewayDependencies } from './gateway-dependencies.ts';
import { checkScalars } from './operations/check-scalars.ts';
import { OperationCache } from './operations/operation-cache.ts';
import type { NormalisedOperation } from './operations/tree.ts';
import { checkPages } from './stages/check-pages.ts';
import type { Graph } from './stages/graph.ts';
import { readGraph } from './stages/graph.ts';
import type { OperationPlan } from './stages/operation-plan.ts';
import { planOperation, weightOf } from './stages/operation-plan.ts';

export interface PreparedGate extends Prepared {
  readonly apiSchema: GraphQLSchema;
}

/** How many fields the plans have that are kept. With its cuts a field weighs about two kilobytes. */
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
  return {
    apiSchema: graph.apiSchema,
    execute: async (input) => {
      const operation = normaliseInput(graph, operations, input);
      let plan = plans.get(operation.key);
      dependencies.onPlan?.(plan ? 'kept' : 'made');
      if (!plan) plans.set(operation.key, (plan = planOperation(graph, operation)), weightOf(plan));
      checkPages(plan.pages, operation.values);
      return answerRequest({ dependencies, graph, plan, operation, input });
    },
  };
}

function normaliseInput(graph: Graph, operations: OperationCache, input: ExecuteInput): NormalisedOperation {
  const operation = getOperationAST(input.document, input.operationName);
  if (!operation) throw new TrellisError('BAD_REQUEST', { reason: 'OPERATION_NAME' });
  const { coerced } = getVariableValues(graph.apiSchema, operation.variableDefinitions ?? [], { ...input.variables });
  // What graphql-js says of a variable names its value; ours does not.
  if (!coerced) throw new TrellisError('BAD_REQUEST', { reason: 'VARIABLES' });
  const normalised = operations.normalise(input.document, operation, coerced);
  for (const { variable, type } of normalised.lifted) checkScalars(graph.vocabulary, type, normalised.values[variable]);
  return normalised;
}
