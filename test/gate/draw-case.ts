import type { DocumentNode, GraphQLSchema } from 'graphql';
import { parse, validate } from 'graphql';
import type { Operation } from './operations.ts';
import { drawOperation } from './operations.ts';
import type { Permissions } from './permissions.ts';
import { drawPermissions, drawPurposes } from './permissions.ts';
import { Random } from './random.ts';
import type { World } from './world.ts';
import { drawWorld } from './world.ts';

/** One question to the gate: of what, under which permissions. */
export interface Case {
  readonly seed: number;
  readonly random: Random;
  readonly world: World;
  readonly permissions: Permissions;
  /** What the request names, in this order. */
  readonly purposes: readonly string[];
  readonly operation: Operation;
  readonly document: DocumentNode;
}

/** The case of a seed; undefined where its operation is not valid. */
export function drawCase(seed: number, schema: GraphQLSchema): Case | undefined {
  const random = new Random(seed);
  const world = drawWorld(random);
  const permissions = drawPermissions(random, world.children);
  const purposes = drawPurposes(random);
  const operation = drawOperation(random, schema, world);
  const document = parse(operation.source, { noLocation: true });
  if (validate(schema, document).length > 0) return undefined;
  return { seed, random, world, permissions, purposes, operation, document };
}

/** `count` valid cases, from the seed that TRELLIS_SEED says, and how many had to be discarded on the way. */
export function* drawCases(count: number, schema: GraphQLSchema): Generator<Case, number> {
  let discarded = 0;
  let seed = Number(process.env['TRELLIS_SEED'] ?? 1);
  for (let drawn = 0; drawn < count; seed++) {
    const one = drawCase(seed, schema);
    if (one) {
      drawn++;
      yield one;
    } else discarded++;
  }
  return discarded;
}

/** A number that the environment may raise for long runs, or lower for quick ones. */
export function countOf(name: string, otherwise: number): number {
  return Number(process.env[name] ?? otherwise);
}

/** Enough time for this many cases on a busy machine. */
export function timeFor(cases: number): number {
  return 60_000 + cases * 250;
}
