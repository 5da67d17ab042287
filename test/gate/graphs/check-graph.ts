import type { DocumentNode } from 'graphql';
import { parse, validate } from 'graphql';
import type { AgencyRequest, AgencyReply } from '../../../gateway/agency-client/agency-client.ts';
import { TrellisError } from '../../../gateway/errors.ts';
import type { Subgraph, Composition } from '../../../schema/compose.ts';
import { compareWorlds } from '../compare-worlds.ts';
import type { Asked, Faults, Question, TestNetwork } from '../network.ts';
import { openNetwork } from '../network.ts';
import { drawOperation } from '../operations.ts';
import type { Allowed, Permissions } from '../permissions.ts';
import { allPurposes, at, drawPurposes, isBeyond } from '../permissions.ts';
import { Random } from '../random.ts';
import { drawnCategories, drawGraph } from './draw-graph.ts';
import { drawnHoldings } from './drawn-holdings.ts';
import type { Sight } from './drawn-holdings.ts';
import { answerDrawn } from './drawn-oracle.ts';
import type { DrawnWorld } from './drawn-world.ts';
import { childIds, drawWorldOf } from './drawn-world.ts';
import { faultsIn } from './drawn-recorder.ts';
import { drawnAgencies } from './graph.ts';
import { hideOtherwise } from './hide-otherwise.ts';
import { printGraph } from './print-graph.ts';

export type Compose = (subgraphs: readonly Subgraph[]) => Composition;

export interface GraphVerdict {
  readonly isComposed: boolean;
  /** By property: `answer`, `recorder`, `two worlds`, `failure`. */
  readonly faults: readonly { readonly property: string; readonly text: string }[];
}

/** Draws the graph of a seed; where it composes, asks it operations and every property of each. */
export async function checkGraph(seed: number, operations: number, compose: Compose): Promise<GraphVerdict> {
  const random = new Random(seed);
  const graph = drawGraph(random);
  const sdl = printGraph(graph);
  const composed = compose(Object.entries(sdl).map(([name, text]) => ({ name, sdl: text, url: `http://${name}` })));
  if ('problems' in composed) return { isComposed: false, faults: [] };
  const trial = new Trial(seed, random, drawWorldOf(random, graph), sdl, composed);
  const faults: { property: string; text: string }[] = [];
  for (let nth = 0; nth < operations; nth++) {
    const one = trial.question();
    for (const [property, text] of one ? await trial.faultsOf(one) : []) {
      faults.push({ property, text: `graph ${seed}, operation ${nth}\n${one?.source ?? ''}\n${text}` });
    }
  }
  return { isComposed: true, faults };
}

type DrawnQuestion = Question & {
  readonly document: DocumentNode;
  readonly variables: Record<string, unknown>;
  readonly purposes: readonly string[];
};
type Fault = readonly [property: string, text: string];

/** One graph before the gate, over one world. */
class Trial {
  readonly #random: Random;
  /** Draws what came later, so that a seed draws what it always drew. */
  readonly #apart: Random;
  readonly #network: TestNetwork;
  readonly #sights: Sight[] = [];
  #world: DrawnWorld;

  constructor(seed: number, random: Random, world: DrawnWorld, sdl: Record<string, string>, composed: Composition) {
    this.#random = random;
    this.#apart = new Random(seed ^ 0x5eed);
    this.#world = world;
    const see = (sight: Sight): void => void this.#sights.push(sight);
    this.#network = openNetwork(
      sdl,
      drawnHoldings(() => this.#world, see),
      composed,
    );
  }

  question(): DrawnQuestion | undefined {
    const { apiSchema } = this.#network.gate;
    const permissions = drawPermissionsOf(this.#random, this.#apart);
    const purposes = drawPurposes(this.#apart);
    const tables = { Child: new Map(this.#world.kids.map(({ id }) => [id, { id }])) };
    const operation = drawOperation(this.#random, apiSchema, { children: childIds, tables, emptyIsNull: false });
    const document = parse(operation.source, { noLocation: true });
    return validate(apiSchema, document).length > 0 ? undefined : { ...operation, permissions, purposes, document };
  }

  /** What is wrong with what comes of an operation: a graph that composed refuses none that is valid. */
  async faultsOf(one: DrawnQuestion): Promise<readonly Fault[]> {
    this.#sights.length = 0;
    try {
      const asked = await this.#network.ask(one);
      const told = faultsIn(this.#world, one, this.#sights).map((fault): Fault => ['recorder', fault]);
      return [
        ...told,
        ...this.#answerFault(one, asked),
        ...(await this.#worldsFault(one, asked)),
        ...(await this.#failureFault(one, asked)),
      ];
    } catch (error) {
      if (!(error instanceof TrellisError)) throw error;
      return [['answer', `refused with ${error.code}`]];
    }
  }

  #answerFault(one: DrawnQuestion, { executed }: Asked): readonly Fault[] {
    const { data, errors = [] } = answerDrawn(
      this.#network.gate.apiSchema,
      this.#world,
      one,
      one.document,
      one.variables,
    );
    const expected = JSON.stringify([data, errors.length > 0]);
    const got = JSON.stringify([executed.data, (executed.errors?.length ?? 0) > 0]);
    return expected === got ? [] : [['answer', `expected ${expected}\ngot      ${got}`]];
  }

  async #worldsFault(one: DrawnQuestion, asked: Asked): Promise<readonly Fault[]> {
    const before = this.#world;
    this.#world = hideOtherwise(this.#random, before, one);
    const difference = compareWorlds(asked, await this.#network.ask(one));
    this.#world = before;
    return difference === undefined ? [] : [['two worlds', difference]];
  }

  async #failureFault(one: DrawnQuestion, { requests }: Asked): Promise<readonly Fault[]> {
    if (requests.length === 0) return [];
    const { executed } = await this.#network.ask({ ...one, faults: failing(this.#random.below(requests.length)) });
    return executed.errors?.length ? [] : [['failure', JSON.stringify(executed.data)]];
  }
}

/** One exchange whose error has a path that is not ours, as some frameworks send it. */
function failing(nth: number): Faults {
  let count = 0;
  const reply = (_request: AgencyRequest, data: Record<string, unknown>): AgencyReply | undefined => {
    if (count++ !== nth) return undefined;
    const nothing = Object.entries(data).map(([key, value]) => [
      key,
      Array.isArray(value) && key.startsWith('g') ? value.map(() => null) : null,
    ]);
    return {
      data: Object.fromEntries(nothing) as Record<string, unknown>,
      errors: [{ code: 'AGENCY_UNAVAILABLE', path: ['_entities'] }],
    };
  };
  return { reply };
}

/** Permissions for every purpose: those for the first are drawn as if there were no other. */
function drawPermissionsOf(random: Random, apart: Random): Permissions {
  const codes = [...drawnCategories, 'police.victim', 'sensitivity.violence', 'child-protection.involvement'];
  const allowed = (recipient: string, purpose: string): Allowed => {
    const from = purpose === allPurposes[0] ? random : apart;
    const some = from.some(codes, from.pick([0.5, 0.8, 0.95]));
    return new Map(some.filter((code) => !isBeyond(recipient, purpose, code)).map((code) => [code, 'FULL']));
  };
  const recipients = allPurposes.flatMap((each) =>
    ['me', ...drawnAgencies.slice(1)].map((named) => [named, each] as const),
  );
  return new Map(
    childIds.map((id) => [id, new Map(recipients.map(([named, each]) => [at(named, each), allowed(named, each)]))]),
  );
}
