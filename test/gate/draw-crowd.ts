import type { ChildFacts, RuleSet } from '@trellis/decision';
import type { Requester } from '@trellis/vocabulary';
import type { GraphQLSchema } from 'graphql';
import { parse, validate } from 'graphql';
import type { Operation } from './operations.ts';
import { drawOperation } from './operations.ts';
import type { Allowed, Permissions } from './permissions.ts';
import {
  asker,
  consentsFor,
  drawPermissions,
  factsWith,
  opened,
  ruleText,
  ruleSetOf,
  systemRules,
} from './permissions.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';
import { drawWorld } from './world.ts';

export interface Asker {
  readonly requester: Requester;
  readonly purposes: readonly string[];
  readonly app: string;
}

export interface CrowdRequest extends Operation {
  readonly asker: Asker;
  /** What the register says of a child when this is asked: the same object to all who ask at that time. */
  readonly facts: (child: string) => ChildFacts;
  /** How often what was decided on has moved before the answer could leave. */
  readonly moves: number;
  /** The agency that does not answer this request. */
  readonly down: string | undefined;
}

export interface Crowd {
  readonly world: World;
  readonly requests: readonly CrowdRequest[];
}

const by = (agency: string, role: string, user: string, purposes: string, app: string): Asker => ({
  requester: { agency, role, user, kind: 'worker' },
  purposes: purposes.split(','),
  app,
});
const own = asker.agency;
const first = 'child-protection-investigation';

/** Who differ in one thing alone, and who differ in all: the same person for another purpose or by another app, another person, role, agency. */
const askers: readonly Asker[] = [
  by(own, 'caseworker', 'worker-1', first, 'files'),
  by(own, 'caseworker', 'worker-1', first, 'tablet'),
  by(own, 'caseworker', 'worker-1', 'ongoing-protection-service', 'files'),
  by(own, 'caseworker', 'worker-1', `ongoing-protection-service,${first}`, 'files'),
  by(own, 'caseworker', 'worker-2', first, 'files'),
  by(own, 'supervisor', 'worker-1', first, 'files'),
  by(own, 'intake-worker', 'worker-1', first, 'files'),
  by('mental-health', 'intake-worker', 'worker-1', first, 'files'),
  by('education', 'teacher', 'worker-1', 'education-support', 'school'),
  by('police', 'officer', 'officer-1', 'law-enforcement-investigation', 'patrol'),
  by('mental-health', 'clinician', 'clinician-1', 'treatment', 'clinic'),
];
const purposes = [...new Set(askers.flatMap((each) => each.purposes))];
/** What differs between two askers under the rules and the consents. */
const recipients = [
  ...new Map(
    askers.flatMap(({ requester, purposes: named }) =>
      named.map((purpose) => [`${requester.agency}-${requester.role}-${purpose}`, { requester, purpose }] as const),
    ),
  ),
];

/** What no child could permit these: to others it may be open. */
const beyond: Readonly<Record<string, readonly string[]>> = {
  supervisor: ['education.', 'police.incident'],
  'intake-worker': ['police.incident'],
  teacher: ['police.incident', 'mental-health.'],
  officer: ['mental-health.', 'child-protection.status'],
  clinician: ['child-protection.'],
};

/** A caseworker sees only children assigned to it; the others, any who consented. */
export const crowdRules: RuleSet = ruleSetOf([
  ...recipients.map(([id, { requester, purpose }]) =>
    ruleText(id, `{ agency: ${requester.agency}, roles: [${requester.role}], kinds: [worker] }`, {
      purposes: [purpose],
      need: requester.role === 'caseworker' ? 'ASSIGNED' : 'NONE',
      categories: opened.filter((code) => !beyond[requester.role]?.some((each) => code.startsWith(each))),
    }),
  ),
  ...systemRules({ purposes }),
]);

/** A world, and `count` requests about it: few operations, each asked by many, with other values, before and after what the register says has changed. */
export function drawCrowd(random: Random, schema: GraphQLSchema, count: number): Crowd {
  const world = drawWorld(random);
  const operations = Array.from({ length: Math.ceil(count / 5) }, () => drawValid(random, schema, world));
  const times = [drawFacts(random, world.children, 1), drawFacts(random, world.children, 2)];
  const requests = Array.from({ length: count }, (): CrowdRequest => {
    const operation = random.pick(operations);
    // An operation that is told to another agency releases several times, in no fixed order: what moves then is not the same twice.
    const mayMove = !operation.source.includes('grade');
    return {
      source: operation.source,
      variables: random.chance(0.5) ? operation.variables : otherValues(random, operation.variables, world.children),
      asker: random.pick(askers),
      facts: random.pick(times),
      moves: mayMove && random.chance(0.2) ? 1 + random.below(2) : 0,
      down: random.chance(0.1) ? random.pick(['identity', own, 'mental-health', 'education', 'police']) : undefined,
    };
  });
  return { world, requests };
}

function drawValid(random: Random, schema: GraphQLSchema, world: World): Operation {
  for (;;) {
    const operation = drawOperation(random, schema, world);
    if (validate(schema, parse(operation.source)).length === 0) return operation;
  }
}

/** The same document about other children, under other conditions. */
function otherValues(random: Random, variables: Operation['variables'], children: readonly string[]) {
  const other = (value: unknown): unknown => {
    if (typeof value === 'boolean') return random.chance(0.5);
    if (Array.isArray(value)) return value.map(other);
    return typeof value === 'string' && /^[a-z2-7]{26}$/.test(value) ? random.pick(children) : value;
  };
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, other(value)]));
}

/** What the register says at one time: of each child who consented to what for whom, and who works with it. */
function drawFacts(random: Random, children: readonly string[], version: number): CrowdRequest['facts'] {
  const systems = drawPermissions(random, children);
  const drawn = new Map<string, Permissions>(recipients.map(([id]) => [id, drawPermissions(random, children)]));
  const facts = new Map(
    children.map((child) => {
      const ofAskers = recipients.flatMap(([id, { requester, purpose }]) =>
        consentsFor(
          id,
          { agency: requester.agency, role: requester.role },
          [purpose],
          allowed(drawn.get(id), child, 'me'),
        ),
      );
      const ofSystems = ['education', 'police', 'mental-health'].flatMap((agency) =>
        consentsFor(agency, { agency, role: 'system' }, purposes, allowed(systems, child, agency)),
      );
      const involvement = {
        id: 'works-with',
        agency: own,
        kind: 'investigation',
        evidence: 'a referral',
        assigned: random.some(['worker-1', 'worker-2'], 0.7),
        from: 0,
        to: null,
      };
      return [
        child,
        { ...factsWith(child, true, [...ofAskers, ...ofSystems]), version, involvements: [involvement] },
      ] as const;
    }),
  );
  return (child) => facts.get(child) ?? factsWith(child, false, []);
}

function allowed(permissions: Permissions | undefined, child: string, recipient: string): Allowed {
  return permissions?.get(child)?.get(recipient) ?? new Map();
}
