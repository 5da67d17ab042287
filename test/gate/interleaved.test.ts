import { describe, expect, test } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { readGraph } from '../../gateway/stages/graph.ts';
import { openCrowdGate } from './crowd.ts';
import { countOf, timeFor } from './draw-case.ts';
import type { Crowd } from './draw-crowd.ts';
import { crowdRules, drawCrowd } from './draw-crowd.ts';
import { holdingsOf } from './harness.ts';
import { openAgencies } from './network.ts';
import { Random } from './random.ts';
import { sdl } from './sdl.ts';
import { Turns } from './turns.ts';
import type { World } from './world.ts';

/** `npm run nightly` runs 2,000. */
const interleavings = countOf('TRELLIS_INTERLEAVINGS', 60);
const atOnce = 50;
/** Of so many: most are asked by two or three at the same time, word for word. */
const different = 20;
/** How often one crowd asks the same gate: the first time everything is new to it, later all is known. */
const timesEach = 8;

let world: World;
const agencies = openAgencies(
  sdl,
  holdingsOf(() => world),
);

/** A function of the supergraph alone, and slow to make. */
const graph = readGraph(agencies.supergraphSdl, vocabulary);

/** What each request gets where it is the only one there ever was. */
async function alone({ requests }: Crowd): Promise<string[]> {
  const got: string[] = [];
  for (const request of requests) {
    got.push(await openCrowdGate(graph, agencies.serve, crowdRules, () => Promise.resolve()).ask(request, 'asked-000'));
  }
  return got;
}

describe('Requests of different people at once', () => {
  test(
    `over ${interleavings} interleavings of ${atOnce} each gets what it gets alone, asks agencies the same and is ledgered the same`,
    async () => {
      const faults: string[] = [];
      const figures = { overlap: 0, pairs: 0, differing: 0 };
      let seed = Number(process.env['TRELLIS_SEED'] ?? 1);
      for (let done = 0; done < interleavings && faults.length === 0; seed++) {
        const random = new Random(seed);
        const crowd = drawCrowd(random, graph.apiSchema, different);
        world = crowd.world;
        const expected = await alone(crowd);
        addDifferences(figures, crowd, expected);
        let turns = new Turns(random);
        const shared = openCrowdGate(readGraph(agencies.supergraphSdl, vocabulary), agencies.serve, crowdRules, () =>
          turns.wait(),
        );
        for (let time = 0; time < timesEach && done < interleavings; time++, done++) {
          turns = new Turns(random);
          const chosen = Array.from({ length: atOnce }, () => random.below(different));
          const got = await turns.run(
            chosen.map((index, place) => () => shared.ask(crowd.requests[index]!, `asked-${String(100 + place)}`)),
          );
          figures.overlap += turns.overlap;
          chosen.forEach((index, place) => {
            const difference = differ(expected[index]!, got[place]!);
            if (difference === undefined) return;
            const { source, variables, asker } = crowd.requests[index]!;
            const asked = [`seed ${seed}, time ${time}`, source, JSON.stringify({ variables, asker })];
            faults.push([...asked, difference].join('\n'));
          });
        }
      }
      expect(faults[0] ?? '').toBe('');
      const { pairs, differing, overlap } = figures;
      const mixed = (100 * differing) / pairs;
      const together = overlap / interleavings;
      console.log(
        `${interleavings} interleavings, ${interleavings * atOnce} requests, ${together.toFixed(1)} at once; ${mixed.toFixed(1)}% of pairs that ask the same are to be told apart`,
      );
      // What all may have alike could be mixed up unseen, and so could requests that do not overlap.
      expect(mixed).toBeGreaterThanOrEqual(25);
      expect(together).toBeGreaterThanOrEqual(10);
    },
    timeFor(interleavings * atOnce),
  );
});

/** Of two that ask the same in the same words, how many get different data. */
function addDifferences(
  figures: { pairs: number; differing: number },
  { requests }: Crowd,
  got: readonly string[],
): void {
  const data = got.map((each) => JSON.stringify((JSON.parse(each) as { executed: { data: unknown } }).executed.data));
  const asked = requests.map(({ source, variables }) => JSON.stringify([source, variables]));
  for (let one = 0; one < asked.length; one++) {
    for (let other = 0; other < one; other++) {
      if (asked[one] !== asked[other]) continue;
      figures.pairs += 1;
      if (data[one] !== data[other]) figures.differing += 1;
    }
  }
}

/** The first lines in which what was got differs from what was expected. */
function differ(expected: string, got: string): string | undefined {
  if (expected === got) return undefined;
  const [one, other] = [expected, got].map((text) => JSON.stringify(JSON.parse(text), null, 1).split('\n')) as [
    string[],
    string[],
  ];
  const at = one.findIndex((line, index) => line !== other[index]);
  const part = (lines: readonly string[]): string => lines.slice(Math.max(0, at - 6), at + 8).join('\n');
  return `${part(one)}\n--- among others\n${part(other)}`;
}
