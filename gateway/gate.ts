import { createHash } from 'node:crypto';
import { BoundedCache } from '@trellis/platform';
import type { Vocabulary } from '@trellis/vocabulary';
import type { GraphQLSchema } from 'graphql';
import { getOperationAST, getVariableValues } from 'graphql';
import type { AgencyClient } from './agency-client/agency-client.ts';
import { answerRequest } from './answer-request.ts';
import type { WrittenJson } from './answer/written-json.ts';
import { TrellisError } from './errors.ts';
import type { Read } from './execute/decisions.ts';
import { checkPages, pagesOf } from './operations/check-pages.ts';
import { checkScalars } from './operations/check-scalars.ts';
import { OperationCache } from './operations/operation-cache.ts';
import type { NormalisedOperation } from './operations/tree.ts';
import type { Release } from './release.ts';
import type { ExecuteInput, Prepared } from './server/executor.ts';
import { buildStage } from './stages/build-stage.ts';
import type { Graph } from './stages/graph.ts';
import { readGraph } from './stages/graph.ts';
import type { Stage } from './stages/stage.ts';

/** What the gate rests on. */
export interface GateDoors {
  readonly vocabulary: Vocabulary;
  /** Reads the register, after the request began; rejects where it cannot be read. */
  readonly read: Read;
  /** True once the entries are durable, false where what was decided on has moved; rejects where they cannot be written. */
  readonly release: (release: Release) => Promise<boolean>;
  readonly agencies: Pick<AgencyClient, 'send'> & Partial<Pick<AgencyClient, 'ask'>>;
  /** Told of each operation whether it had a plan already: for metrics. */
  readonly onPlan?: (outcome: 'kept' | 'made') => void;
  /** What the data of an answer is kept as until it is sent; as it is, unless given. */
  readonly write?: (data: object) => WrittenJson;
}

export interface PreparedGate extends Prepared {
  readonly apiSchema: GraphQLSchema;
}

/** An operation made ready: kept by what it asks, never by who asks. */
export interface Plan {
  readonly root: Stage;
  /** What the ledger calls this operation. */
  readonly hash: string;
  /** The variables that page lists. */
  readonly pages: readonly string[];
}

/** How many fields the plans have that are kept. With its cuts a field weighs about two kilobytes. */
const mostPlanned = 10_000;

/** Makes a supergraph ready to be served. Throws where it must not be. */
export function prepareGate(doors: GateDoors, supergraphSdl: string): PreparedGate {
  return gateOver(doors, readGraph(supergraphSdl, doors.vocabulary));
}

/** A gate with nothing remembered yet, over a graph that was read. */
export function gateOver(doors: GateDoors, graph: Graph): PreparedGate {
  const operations = new OperationCache(
    graph.apiSchema,
    doors.vocabulary.limits.expandedSelections,
    graph.requiredWithArguments,
  );
  const plans = new BoundedCache<string, Plan>(mostPlanned);
  return {
    apiSchema: graph.apiSchema,
    execute: async (input) => {
      const operation = normaliseInput(graph, operations, input);
      let plan = plans.get(operation.key);
      doors.onPlan?.(plan ? 'kept' : 'made');
      if (!plan) plans.set(operation.key, (plan = planOf(graph, operation)), weightOf(plan.root));
      checkPages(plan.pages, operation.values);
      return answerRequest({ doors, graph, plan, operation, input });
    },
  };
}

function planOf(graph: Graph, { kind, key, root }: NormalisedOperation): Plan {
  const type = kind === 'mutation' ? graph.schema.getMutationType() : graph.schema.getQueryType();
  const hash = createHash('sha256').update(key).digest('base64url');
  const stage = buildStage(graph, type?.name ?? '', root, true);
  return { root: stage, hash, pages: pagesOf(stage) };
}

/** How many fields are asked for in a stage and those behind it; each stage counts as one more. */
function weightOf({ asked }: Stage): number {
  const behind = asked.flatMap(({ boundary }) => [...(boundary?.stages.values() ?? [])]);
  return behind.reduce((sum, stage) => sum + weightOf(stage), asked.length + 1);
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
