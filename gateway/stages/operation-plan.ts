import { createHash } from 'node:crypto';
import type { NormalisedOperation } from '../operations/tree.ts';
import { buildStage } from './build-stage.ts';
import type { Graph } from './graph.ts';
import type { Stage } from './stage.ts';

/** An operation made ready: kept by what it asks, never by who asks. */
export interface OperationPlan {
  readonly root: Stage;
  /** The operation's name in the ledger. */
  readonly hash: string;
}

export function planOperation(graph: Graph, { kind, key, root }: NormalisedOperation): OperationPlan {
  const type = kind === 'mutation' ? graph.schema.getMutationType() : graph.schema.getQueryType();
  const hash = createHash('sha256').update(key).digest('base64url');
  return { root: buildStage(graph, type?.name ?? '', root, true), hash };
}

/** The number of fields that are asked for in a plan, for a cache's bound; each stage counts as one more. */
export function weightOf({ root }: OperationPlan): number {
  return stageWeight(root);
}

function stageWeight({ asked }: Stage): number {
  const behind = asked.flatMap(({ boundary }) => [...(boundary?.stages.values() ?? [])]);
  return behind.reduce((sum, stage) => sum + stageWeight(stage), asked.length + 1);
}
