import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Requester } from '@trellis/vocabulary';
import { family, idOf, officer, worker } from '../network/people.ts';
import { readAt } from '../network/read-at.ts';
import { patience, startObservedNetwork, type ObservedNetwork } from '../network/start-observed-network.ts';

interface Shown {
  readonly reference: string;
  readonly categories: readonly string[];
  readonly summarised: readonly string[];
}
interface Edge {
  readonly node: Shown;
  readonly listed: Shown | null;
  readonly leftOut: readonly {
    readonly categories: readonly string[];
    readonly reason: string;
    readonly rule: string | null;
  }[];
}

const entry =
  'reference at purpose categories summarised ruleSet obligations requester { agency role user } grounds { category kind id }';
const adele = idOf('Adèle');
const codesOf = ({ categories, summarised }: Shown): readonly string[] => [...categories, ...summarised];

describe('an officer sees a list of disclosures as a member of the family has it', () => {
  let network: ObservedNetwork;
  const ask = (requester: Requester, purpose: string, query: string) => network.ask({ requester, purpose, query });
  const read = (requester: Requester, purpose: string, selection: string) =>
    ask(requester, purpose, `{ child(id: "${adele}") { ${selection} } }`);

  beforeAll(async () => {
    network = await startObservedNetwork({ children: 0 });
    await read(worker('te-delorme'), 'education-support', 'name mentalHealth { safetyPlan { copingSteps } }');
    await read(worker('cw-renaud'), 'ongoing-protection-service', 'name birthDate protection { status riskLevel }');
    const opened = `mutation { openEmergencyAccess(child: "${adele}", reason: "Alone at night") { id } }`;
    await ask(worker('cw-renaud'), 'emergency', opened);
    await read(worker('cw-renaud'), 'emergency', 'name education { grade }');
    await read(officer('child-protection'), 'privacy-administration', 'name birthDate');
    await read(family('mother', 'adele'), 'family-access', 'name education { grade }');
    await read(family('father', 'adele'), 'family-access', 'name education { grade }');
  }, patience);
  afterAll(() => network?.close());

  const asListed = async (who: Requester, holder: string, first = 50): Promise<readonly Edge[] | null> => {
    const query = `disclosuresAsListed(holder: "${holder}", first: ${String(first)}) { edges { node { ${entry} } listed { ${entry} } leftOut { categories reason rule } } }`;
    const { data, errors } = await read(who, 'privacy-administration', query);
    expect(errors).toEqual([]);
    const found = (data as { child: { disclosuresAsListed: { edges: Edge[] } | null } }).child.disclosuresAsListed;
    return found === null ? null : found.edges;
  };

  it.each(['mother', 'father'] as const)(
    'to the letter, to the network, and says why the rest is not on it: %s',
    async (who) => {
      const edges = (await asListed(officer('network'), `${who}-named-adele`)) ?? [];
      const own = await read(family(who, 'adele'), 'family-access', `disclosures { edges { node { ${entry} } } }`);
      const listed = edges.flatMap((each) => (each.listed === null ? [] : [each.listed]));
      expect(listed.length).toBeGreaterThan(1);
      expect(listed).toEqual(readAt(own.data, 'child.disclosures.edges.node'));
      // Whatever is not on the list has a reason, and nothing that is has one.
      for (const { node, listed: shown, leftOut } of edges) {
        const told = shown === null ? [] : codesOf(shown);
        expect([...told, ...leftOut.flatMap(({ categories }) => categories)].sort()).toEqual([...codesOf(node)].sort());
      }
      const reasons = new Set(edges.flatMap(({ leftOut }) => leftOut.map(({ reason }) => reason)));
      for (const reason of ['SAFETY', 'MEMBER', 'READING']) expect(reasons).toContain(reason);
      const rules = edges.flatMap(({ leftOut }) => leftOut.flatMap(({ rule }) => rule ?? []));
      expect(rules).toContain('officers-work-is-not-announced');
      expect(rules).toContain('emergencies-are-told-by-their-reviewer');
    },
  );

  it('to an agency as far as its own list goes, and no further', async () => {
    const society = officer('child-protection');
    const edges = (await asListed(society, 'mother-named-adele')) ?? [];
    const { data } = await read(society, 'privacy-administration', `disclosures { edges { node { ${entry} } } }`);
    expect(edges.map(({ node }) => node)).toEqual(readAt(data, 'child.disclosures.edges.node'));
    const all = (await asListed(officer('network'), 'mother-named-adele')) ?? [];
    expect(edges.length).toBeLessThan(all.length);
    for (const { node, listed, leftOut } of edges) {
      const whole = all.find((each) => each.node.reference === node.reference && each.listed !== null);
      for (const code of listed === null ? [] : codesOf(listed)) {
        expect(codesOf(whole?.listed ?? { reference: '', categories: [], summarised: [] })).toContain(code);
        expect(codesOf(node)).toContain(code);
      }
      for (const { categories } of leftOut) for (const code of categories) expect(codesOf(node)).toContain(code);
    }
  });

  it('is null of a person who has no list, and refused to a family and to workers', async () => {
    expect(await asListed(officer('network'), 'mother-named-hugo')).toBeNull();
    expect(await asListed(officer('network'), 'te-delorme')).toBeNull();
    const query = 'disclosuresAsListed(holder: "father-named-adele") { edges { cursor } }';
    for (const [who, purpose] of [
      [family('mother', 'adele'), 'family-access'],
      [worker('cw-renaud'), 'ongoing-protection-service'],
    ] as const) {
      const { data, errors } = await read(who, purpose, query);
      expect(readAt(data, 'child.disclosuresAsListed')).toEqual([null]);
      expect(errors.map(({ extensions }) => extensions.code).filter((code) => code !== 'FORBIDDEN')).toEqual([]);
    }
  });

  it('leaves a trace of the look-up, as the officer’s own list does', async () => {
    const lookedAt = async () => {
      const query = `{ lookUps(child: "${adele}", first: 500) { heading } }`;
      const { data } = await ask(officer('network', 'auditor'), 'privacy-administration', query);
      return readAt(data, 'lookUps.heading').length;
    };
    const before = await lookedAt();
    await asListed(officer('education'), 'mother-named-adele');
    expect(await lookedAt()).toBe(before + 1);
  });
});
