import { describe, expect, test } from '@jest/globals';
import type { Approval, ChildFacts, CompiledRules, Consent } from '@trellis/decision';
import { compileRules, routesByApproval } from '@trellis/decision';
import { vocabulary } from '@trellis/vocabulary';
import { countOf, timeFor } from './draw-case.ts';
import { everything, openFourAgencies } from './four-agencies.ts';
import { allPurposes, asker, consentsFor, factsWith, now, ruleSetOf, systemRules } from './permissions.ts';
import { Random } from './random.ts';
import { ann, ben } from './table-network.ts';

interface Entry {
  readonly path: readonly string[];
  readonly coordinate: string;
  readonly child: string;
  readonly categories: readonly string[];
  readonly routes: readonly string[];
  readonly all?: true;
  readonly purposes?: readonly string[];
}

/** What the register holds, and what is asked of it. */
interface Standing {
  readonly rules: CompiledRules;
  readonly facts: ReadonlyMap<string, ChildFacts>;
  readonly purposes: readonly string[];
}

const network = openFourAgencies();
const source = `{ children(ids: ["${ann}", "${ben}"]) { name birthYear school score mood
  seen: incidents { id narrative trauma involved { id name } } missing { since by place { town } } } }`;

async function withheldIn({ rules, facts, purposes }: Standing, asked = source): Promise<readonly Entry[]> {
  const { executed } = await network.ask({
    source: asked,
    permissions: new Map(),
    purposes,
    tokenPurposes: allPurposes,
    faults: {
      read: (reading) => ({
        ...reading,
        rules,
        facts: new Map([...reading.facts].map(([child, known]) => [child, facts.get(child) ?? known])),
      }),
    },
  });
  return (executed.extensions.trellis as { withheld: readonly Entry[] }).withheld;
}

const force = {
  NEVER: 'PROHIBITION',
  BY_LAW: 'DUTY',
  ON_APPROVAL: 'DISCRETION',
  UNLESS_REFUSED: 'DISCRETION',
  WITH_CONSENT: 'CONSENT',
};

interface RuleParts {
  readonly id: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly basis: keyof typeof force;
  readonly need?: string;
  readonly level?: string;
  readonly mayOpen?: boolean;
}

/** A rule for the asker, as a pack has it. */
function ruleFor({
  id,
  purpose,
  categories,
  basis,
  need = '{ need: NONE }',
  level = 'FULL',
  mayOpen,
}: RuleParts): string {
  return `
  - id: ${id}
    sentence: { en: test, fr: test }
    recipients: [{ agency: child-protection, roles: [caseworker], kinds: [worker] }]
    purposes: [${purpose}]
    involvement: ${need}
    categories: [${categories.join()}]
    level: ${level}
    basis: ${basis}${mayOpen ? '\n    inEmergency: true\n    lockableBy: []' : ''}
    authority: { citation: test, jurisdiction: CA-ON, asOf: 2026-11-21, confidence: UNVERIFIED, force: ${force[basis]}${basis === 'BY_LAW' ? ", duty: 'test'" : ''} }`;
}

const compiled = (texts: readonly string[]): CompiledRules =>
  compileRules(ruleSetOf([...texts, ...systemRules()]), vocabulary);

function drawRules(random: Random): CompiledRules {
  const texts = allPurposes.flatMap((purpose) =>
    Array.from({ length: 1 + random.below(4) }, (_, at) => {
      const basis = random.pick(['BY_LAW', 'ON_APPROVAL', 'UNLESS_REFUSED', 'WITH_CONSENT', 'WITH_CONSENT'] as const);
      const mayOpen = basis !== 'BY_LAW' && random.chance(0.3);
      const drawn = random.some(everything, 0.5);
      const categories = drawn.length > 0 ? drawn : ['identity.name'];
      const level = random.chance(0.8) ? 'FULL' : 'SUMMARY';
      return ruleFor({ id: `${purpose}-${at}`, purpose, categories, level, basis, mayOpen });
    }),
  );
  return compiled(texts);
}

const me = { agency: asker.agency, role: asker.role };

function drawFacts(random: Random, child: string): ChildFacts {
  const given = allPurposes.flatMap((purpose) =>
    consentsFor(purpose, me, [purpose], new Map(random.some(everything, 0.3).map((code) => [code, 'FULL']))),
  );
  const refused = consentsFor(
    'no',
    me,
    allPurposes,
    new Map(random.some(everything, 0.15).map((code) => [code, 'FULL'])),
  );
  return factsWith(child, true, [
    ...given,
    ...refused.map((each): Consent => ({ ...each, decision: 'REFUSE', level: 'SUMMARY' })),
  ]);
}

/** One request for each custodian. */
function byCustodian(categories: readonly string[]): readonly (readonly string[])[] {
  const custodianOf = (code: string): string => code.split('.')[0] ?? '';
  return [...new Set(categories.map(custodianOf))].map((custodian) =>
    categories.filter((code) => custodianOf(code) === custodian),
  );
}

/** The register after somebody went a way for these categories of a child. */
function after(
  facts: ChildFacts,
  route: string,
  categories: readonly string[],
  { purposes, rules }: Pick<Standing, 'purposes' | 'rules'>,
): ChildFacts {
  if (route === 'CONSENT') {
    const permits = consentsFor('asked', me, purposes, new Map(categories.map((code) => [code, 'FULL'])));
    // Whoever refused it takes that back.
    const kept = facts.consents.flatMap((each): Consent[] => {
      if (each.decision === 'PERMIT') return [each];
      const left = each.categories.filter((code) => !categories.includes(code));
      return left.length > 0 ? [{ ...each, categories: left }] : [];
    });
    return { ...facts, consents: [...kept, ...permits] };
  }
  if (route === 'APPROVAL') {
    const recipient = { ...me, user: asker.user };
    const asked = categories === everything ? everything.map((code) => [code]) : byCustodian(categories);
    const approvals = asked.flatMap((codes) =>
      purposes.flatMap((purpose): Approval[] => {
        // The register refuses what a purpose of the token opens by itself.
        const question = { requester: asker, purpose, now };
        if (routesByApproval(rules, question, facts.involvements, codes, allPurposes).byItself !== undefined) return [];
        const custodian = codes[0]?.split('.')[0] ?? '';
        const id = `${codes.join()} ${purpose}`;
        return [{ id, custodian, recipient, purpose, categories: codes, state: 'APPROVED', until: now + 1_000_000 }];
      }),
    );
    return { ...facts, approvals: [...facts.approvals, ...approvals] };
  }
  const { agency, user } = asker;
  const emergency = { id: 'open', agency, user, openedAt: now - 1, until: now + 1_000_000, closedAt: null };
  return route === 'EMERGENCY' ? { ...facts, emergencies: [emergency] } : facts;
}

function take(standing: Standing, { child, categories, purposes = [] }: Entry, routes: readonly string[]): Standing {
  const known = standing.facts.get(child) as ChildFacts;
  const facts = routes.reduce((each, route) => after(each, route, categories, standing), known);
  return {
    ...standing,
    facts: new Map([...standing.facts, [child, facts]]),
    purposes: routes.includes('PURPOSE') ? purposes.slice(0, 1) : standing.purposes,
  };
}

const isOf = (one: Entry) => (other: Entry) =>
  one.child === other.child && one.path.join('.').startsWith(other.path.join('.'));

/** Goes the way to one field, and those that another purpose then offers; whether it is shown at the end. */
async function isShownAfter(standing: Standing, entry: Entry, routes: readonly string[]): Promise<boolean> {
  let taken = take(standing, entry, routes);
  for (let step = 0; step < 8; step++) {
    const withheld = (await withheldIn(taken)).filter(isOf(entry));
    const [still] = withheld;
    if (!still) return true;
    if (!routes.includes('PURPOSE') || still.routes.every((route) => route === 'PURPOSE')) return false;
    // Of a record, its other children are asked too.
    const all = (await withheldIn(taken)).filter(({ path }) => path.join() === still.path.join());
    taken = all.reduce(
      (each, one) =>
        take(
          each,
          one,
          one.routes.filter((route) => route !== 'PURPOSE'),
        ),
      taken,
    );
  }
  return false;
}

const count = countOf('TRELLIS_ROUTES', 60);

describe('Routes', () => {
  test(
    `over ${count} registers whoever takes one gets the field, and where there is none nothing that could be asked for opens it`,
    async () => {
      const faults: string[] = [];
      const offered = new Map<string, number>();
      for (let seed = 1; seed <= count && faults.length < 3; seed++) {
        const random = new Random(seed);
        const rules = drawRules(random);
        const facts = new Map([ann, ben].map((child) => [child, drawFacts(random, child)]));
        const purposes = random.chance(0.7) ? [random.pick(allPurposes)] : allPurposes.slice(0, 2);
        const standing: Standing = { rules, facts, purposes };
        const withheld = await withheldIn(standing);
        for (const entry of random.some(withheld, 0.5)) {
          const what = `seed ${seed}: ${JSON.stringify(entry)} for ${purposes.join()}`;
          // What a record of several children needs of the others is asked of them.
          const others = withheld.filter((each) => each !== entry && each.path.join() === entry.path.join());
          const ready = others.reduce<Standing>(
            (all, each) =>
              take(
                all,
                each,
                each.routes.filter((route) => route !== 'PURPOSE'),
              ),
            standing,
          );
          const own = entry.routes.filter((route) => route !== 'PURPOSE');
          const alone = entry.all ? [own] : own.map((route) => [route]);
          const ways = entry.purposes ? [...alone, ['PURPOSE']] : alone;
          for (const routes of ways) {
            offered.set(routes.join(), (offered.get(routes.join()) ?? 0) + 1);
            if (!(await isShownAfter(ready, entry, routes))) faults.push(`${what}: ${routes.join()} does not open it`);
          }
          if (ways.length > 0) continue;
          const all = [...facts.keys()].reduce<Standing>(
            (each, child) =>
              take(each, { ...entry, child, categories: everything }, ['CONSENT', 'APPROVAL', 'EMERGENCY']),
            { ...standing, purposes: allPurposes },
          );
          if (!(await withheldIn(all)).some(isOf(entry))) faults.push(`${what}: it could be opened`);
        }
      }
      expect(faults.join('\n')).toBe('');
      for (const route of ['CONSENT', 'APPROVAL', 'EMERGENCY', 'PURPOSE'])
        expect(offered.get(route)).toBeGreaterThan(5);
    },
    timeFor(count * 40),
  );

  const [asked, other] = allPurposes;
  const mentions = `{ children(ids: ["${ann}", "${ben}"]) { mentions { id narrative } } }`;
  const shown = ruleFor({ id: 'shown', purpose: asked, categories: ['police.incident'], basis: 'BY_LAW' });
  /** The purposes that are offered for the text of a record that both children are part of, and that is shown. */
  const offeredBy = async (rule: Pick<RuleParts, 'categories' | 'need'>): Promise<readonly string[]> => {
    const facts = (child: string, kinds: readonly string[]): ChildFacts => ({
      ...factsWith(child, true, []),
      involvements: kinds.map((kind) => ({
        ...{ id: 'own', agency: asker.agency, kind, evidence: 'x' },
        ...{ assigned: [asker.user], from: 0, to: null },
      })),
    });
    const rules = compiled([shown, ruleFor({ id: 'other', purpose: other, basis: 'BY_LAW', ...rule })]);
    const known = new Map([
      [ann, facts(ann, ['investigation'])],
      [ben, facts(ben, [])],
    ]);
    const withheld = await withheldIn({ rules, facts: known, purposes: [asked] }, mentions);
    const narratives = withheld.filter(({ coordinate }) => coordinate === 'Incident.narrative');
    expect(narratives.length).toBeGreaterThan(0);
    return narratives.flatMap(({ purposes = [] }) => purposes);
  };

  test('fields of several types in one place are each withheld by themselves, each with the ways to it', async () => {
    const rules = compiled([
      shown,
      ruleFor({ id: 'narrative', purpose: asked, categories: ['police.narrative'], basis: 'WITH_CONSENT' }),
      ruleFor({ id: 'place', purpose: asked, categories: ['police.missing'], basis: 'ON_APPROVAL' }),
    ]);
    const facts = new Map([ann, ben].map((child) => [child, factsWith(child, true, [])]));
    const inside = '... on Incident { what: narrative } ... on Sighting { what: place }';
    const withheld = await withheldIn(
      { rules, facts, purposes: [asked] },
      `{ child(id: "${ann}") { findings { ${inside} } } }`,
    );
    expect(withheld.map(({ coordinate, categories, routes }) => [coordinate, categories, routes])).toEqual([
      ['Incident.narrative', ['police.narrative'], ['CONSENT']],
      ['Sighting.place', ['police.missing'], ['APPROVAL']],
    ]);
  });

  test('two purposes under which several are needed do not name each other alone', async () => {
    const both = [asked, other].flatMap((purpose) => [
      ruleFor({ id: `${purpose}-school`, purpose, categories: ['education.enrolment'], basis: 'WITH_CONSENT' }),
      ruleFor({ id: `${purpose}-born`, purpose, categories: ['identity.birth-date'], basis: 'ON_APPROVAL' }),
    ]);
    const facts = new Map([ann, ben].map((child) => [child, factsWith(child, true, [])]));
    for (const purpose of [asked, other]) {
      const standing = { rules: compiled(both), facts, purposes: [purpose] };
      const [withheld] = await withheldIn(standing, `{ child(id: "${ann}") { grade } }`);
      expect([withheld?.routes, withheld?.all]).toEqual([['CONSENT', 'APPROVAL', 'PURPOSE'], true]);
    }
  });

  test('nobody is asked to approve what the law gives by itself for another purpose, which is named first', async () => {
    const [, third, byLaw] = allPurposes;
    const rule = (purpose: string, basis: RuleParts['basis'], need?: string): string =>
      ruleFor({
        id: `${purpose}-${basis.toLowerCase().replaceAll('_', '-')}`,
        purpose,
        categories: ['identity.name'],
        basis,
        ...(need && { need }),
      });
    const discretion = [asked, third].flatMap((purpose) => [
      rule(purpose, 'ON_APPROVAL'),
      rule(purpose, 'WITH_CONSENT'),
    ]);
    const waysWith = async (last: string): Promise<unknown> => {
      const facts = new Map([ann, ben].map((child) => [child, factsWith(child, true, [])]));
      const standing = { rules: compiled([...discretion, last]), facts, purposes: [asked] };
      const [withheld] = await withheldIn(standing, `{ child(id: "${ann}") { name } }`);
      return [withheld?.routes, withheld?.purposes];
    };
    expect(await waysWith(rule(byLaw, 'BY_LAW'))).toEqual([
      ['CONSENT', 'PURPOSE'],
      [byLaw, third],
    ]);
    // Whom a refusal could stop asks all the same.
    const all = [
      ['CONSENT', 'APPROVAL', 'PURPOSE'],
      [third, byLaw],
    ];
    expect(await waysWith(rule(byLaw, 'UNLESS_REFUSED'))).toEqual(all);
  });

  test('what the law gives by itself is given of one child, and not of another', async () => {
    const [, third, byLaw] = allPurposes;
    const name = { categories: ['identity.name'] };
    const rules = compiled([
      ...[asked, third].map((purpose) => ruleFor({ id: `${purpose}-asked`, purpose, basis: 'ON_APPROVAL', ...name })),
      ruleFor({
        id: 'by-law',
        purpose: byLaw,
        basis: 'BY_LAW',
        need: '{ need: AGENCY, kinds: [investigation] }',
        ...name,
      }),
    ]);
    const times = { from: now - 1, to: null };
    const involved = {
      id: 'file',
      agency: asker.agency,
      kind: 'investigation',
      evidence: 'file',
      assigned: [],
      ...times,
    };
    const facts = new Map([
      [ann, { ...factsWith(ann, true, []), involvements: [involved] }],
      [ben, factsWith(ben, true, [])],
    ]);
    const standing = { rules, facts, purposes: [asked] };
    const withheld = await withheldIn(standing, `{ children(ids: ["${ann}", "${ben}"]) { name } }`);
    expect(withheld.map(({ child, routes, purposes }) => [child, routes, purposes])).toEqual([
      [ann, ['PURPOSE'], [byLaw]],
      [ben, ['APPROVAL', 'PURPOSE'], [third]],
    ]);
  });

  test('nor is one of several ways named that are needed together, where one of them is no way', async () => {
    const [, byLaw] = allPurposes;
    const categories = ['education.enrolment', 'identity.birth-date'];
    const rules = compiled([
      ruleFor({ id: 'school', purpose: asked, categories: ['education.enrolment'], basis: 'WITH_CONSENT' }),
      ruleFor({ id: 'born', purpose: asked, categories: ['identity.birth-date'], basis: 'ON_APPROVAL' }),
      ruleFor({ id: 'both', purpose: byLaw, categories, basis: 'BY_LAW' }),
    ]);
    const facts = new Map([ann, ben].map((child) => [child, factsWith(child, true, [])]));
    const [withheld] = await withheldIn({ rules, facts, purposes: [asked] }, `{ child(id: "${ann}") { grade } }`);
    expect([withheld?.routes, withheld?.all, withheld?.purposes]).toEqual([['PURPOSE'], undefined, [byLaw]]);
  });

  test('another purpose is one that opens the field, and shows the record', async () => {
    expect(await offeredBy({ categories: ['police.incident', 'police.narrative'] })).toContain(other);
    expect(await offeredBy({ categories: ['police.narrative'] })).toEqual([]);
  });

  test('another purpose is one that opens it of every child of the record', async () => {
    const categories = ['police.incident', 'police.narrative'];
    expect(await offeredBy({ categories, need: '{ need: AGENCY, kinds: [investigation] }' })).toEqual([]);
  });
});
