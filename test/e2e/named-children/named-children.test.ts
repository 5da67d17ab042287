import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseRuleSet } from '@trellis/decision';
import { namedChildren, namedChildQuery, type Ask, type NamedChild } from '@trellis/network';
import { vocabulary } from '@trellis/vocabulary';
import { naiveModel } from '../../property/naive-model.ts';
import { askedIn, isRecordType, namedIn, type Asked, type Needed } from '../network/graph-labels.ts';
import { readAt } from '../network/read-at.ts';
import {
  patience,
  startObservedNetwork,
  type Answer,
  type ObservedNetwork,
} from '../network/start-observed-network.ts';

const pack = readFileSync(new URL('../../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const ruleSet = parseRuleSet(pack, vocabulary);
const yesLines = new Set([3, 4, 5, 6, 8, 9]);

let network: ObservedNetwork;
beforeAll(async () => {
  network = await startObservedNetwork();
}, patience);
afterAll(() => network.close());

/** What is asked of the child itself. What a record of its own is asked for is decided where the record appears. */
const ofChild = askedIn(namedChildQuery).filter(
  ({ coordinate, above }) =>
    coordinate !== 'Query.child' &&
    !above.some((each) => each !== 'Query.child' && isRecordType(askedAt(each).returns)),
);
function askedAt(coordinate: string): Asked {
  const found = askedIn(namedChildQuery).find((each) => each.coordinate === coordinate);
  if (found === undefined) throw new Error(`the query does not ask for ${coordinate}`);
  return found;
}

/** Where in the answer a field of the query lies. */
function pathOf({ coordinate, above }: Asked): string {
  return [...above, coordinate].map((each) => each.split('.')[1]).join('.');
}

async function question(child: NamedChild, ask: Ask): Promise<Answer> {
  network.recorded.length = 0;
  return network.ask({
    requester: ask.requester,
    purpose: ask.purpose,
    query: namedChildQuery,
    variables: { id: child.id },
  });
}

/** Whether an agency may know that this requester's agency asks: that is a fact about the child. */
async function mayKnowWhoAsks(agency: string, child: NamedChild, { requester, purpose }: Ask): Promise<boolean> {
  if ([requester.agency, 'register', 'identity'].includes(agency)) return true;
  if (!vocabulary.bit.has(`${requester.agency}.involvement`)) return false;
  const system = { agency, role: 'system', user: agency, kind: 'system' } as const;
  const permitted = await permittedBy(child, { requester: system, purpose });
  return permitted({ category: `${requester.agency}.involvement`, level: 'FULL' });
}

/** What the naive model, which shares no code with the engine or the gate, permits of the child's facts as the register has them. */
async function permittedBy(
  child: NamedChild,
  { requester, purpose }: Pick<Ask, 'requester' | 'purpose'>,
): Promise<(need: Needed) => boolean> {
  const { now, network: shared, facts } = await network.data.register.read([child.id]);
  const known = facts.get(child.id);
  if (known === undefined) throw new Error('the register left the child out');
  const line = naiveModel({
    vocabulary,
    ruleSet,
    network: shared,
    facts: known,
    question: { requester, purpose, now },
  });
  return ({ category, level }) => yesLines.has(line(category, level));
}

describe.each(namedChildren.map((child) => ({ ...child, child })))('$given, line $line: $story', ({ child }) => {
  describe.each(child.asks.map((ask) => ({ ask, who: ask.requester.user, purpose: ask.purpose })))(
    '$who for $purpose',
    ({ ask }) => {
      it('is answered what the story says, and told what is withheld and how to ask for it', async () => {
        const { status, data, errors, trellis } = await question(child, ask);
        expect([status, errors]).toEqual([200, []]);
        expect(trellis.disclosure).not.toBe('');
        expect(readAt(data, 'child.id')).toEqual([child.id]);
        for (const coordinate of ask.answered) {
          const values = readAt(data, pathOf(askedAt(coordinate)));
          expect({ coordinate, isThere: values.some((value) => value !== null) }).toEqual({
            coordinate,
            isThere: true,
          });
        }
        for (const [coordinate, routes] of Object.entries(ask.withheld)) {
          const values = readAt(data, pathOf(askedAt(coordinate)));
          expect({ coordinate, values: values.filter((value) => value !== null) }).toEqual({ coordinate, values: [] });
          const { above, needs } = askedAt(coordinate);
          const said = trellis.withheld.find((each) => each.coordinate === coordinate);
          // What is withheld with all above it is said of what is above.
          if (!said) expect(above.some((each) => trellis.withheld.some((one) => one.coordinate === each))).toBe(true);
          else {
            expect(said).toMatchObject({ child: child.id, categories: needs.map(({ category }) => category), routes });
            expect(said.path.join('.')).toBe(pathOf(askedAt(coordinate)));
          }
        }
      });

      it('nothing else is withheld, and all that is permitted was asked for', async () => {
        const { data, trellis } = await question(child, ask);
        const permitted = await permittedBy(child, ask);
        const missing = (asked: Asked): readonly string[] =>
          asked.needs.filter((need) => !permitted(need)).map(({ category }) => category);
        const withheld = new Set(
          ofChild.filter((asked) => missing(asked).length > 0).map(({ coordinate }) => coordinate),
        );
        const expected = ofChild
          .filter(({ coordinate, above }) => withheld.has(coordinate) && !above.some((each) => withheld.has(each)))
          .map((asked) => ({ coordinate: asked.coordinate, child: child.id, categories: missing(asked) }));
        const byCoordinate = (one: { coordinate: string }, other: { coordinate: string }) =>
          one.coordinate < other.coordinate ? -1 : 1;
        const said = trellis.withheld.map(({ coordinate, child: of, categories }) => ({
          coordinate,
          child: of,
          categories,
        }));
        expect([...said].sort(byCoordinate)).toEqual([...expected].sort(byCoordinate));

        const closed = withheld;
        const named = new Set(network.recorded.flatMap(({ query }) => [...namedIn(query)]));
        for (const asked of ofChild) {
          const reachable = ![...asked.above, asked.coordinate].some((each) => closed.has(each));
          if (reachable && asked.coordinate !== 'Child.id') expect([...named]).toContain(asked.coordinate);
          if (closed.has(asked.coordinate))
            expect(readAt(data, pathOf(asked)).filter((value) => value !== null)).toEqual([]);
        }
      });

      it('no agency was asked for what is withheld, nor told more of who asks than it may know', async () => {
        const { trellis } = await question(child, ask);
        const withheld = new Set(trellis.withheld.map(({ coordinate }) => coordinate));
        const named = network.recorded.flatMap(({ agency, query }) =>
          [...namedIn(query)].filter((each) => withheld.has(each)).map((each) => `${agency} ${each}`),
        );
        expect(named).toEqual([]);
        for (const { agency, headers, body } of network.recorded) {
          expect(headers['trellis-disclosure']).toBe(trellis.disclosure);
          expect(headers['trellis-agency']).toBe(agency);
          // No alias, operation name or comment of the client's reaches an agency, and no token of the requester's.
          expect(body).not.toContain('NamedChild');
          expect(headers).not.toHaveProperty('authorization');
          const told = headers['trellis-requester'] !== undefined;
          expect([agency, told]).toEqual([agency, await mayKnowWhoAsks(agency, child, ask)]);
          expect(headers['trellis-purpose']).toBe(told ? ask.purpose : undefined);
        }
      });
    },
  );
});

describe('the ten stories', () => {
  it('tell ten lines, each of somebody of its own', () => {
    expect(namedChildren.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(namedChildren.map(({ id }) => id)).size).toBe(10);
  });

  it('are asked of the agencies that the answer needs, and of no other', async () => {
    // Nothing at all may be disclosed to this officer, so nobody is asked anything.
    const gabriel = namedChildren[9] as NamedChild;
    const { trellis } = await question(gabriel, gabriel.asks[1] as Ask);
    expect(trellis.withheld.length).toBeGreaterThan(3);
    expect(network.recorded).toEqual([]);
  });
});
