import { network, type Requester } from '@trellis/vocabulary';
import type { NamedChild } from '../named-child.ts';
import { familyKey } from '../named-child-facts.ts';
import { namedChildren } from '../named-children.ts';
import { allWorkers } from '../population/staff.ts';
import { readDevelopment } from './read-development.ts';

/** Somebody one may be on the development network. */
export interface DevelopmentPerson extends Requester {
  readonly name: string;
  /** The title of the person, in a few words: `caseworker, child-protection`. */
  readonly title: string;
  /** The purposes that a token of theirs may assert, the usual one first. */
  readonly purposes: readonly string[];
}

/** A pair of eyes on one child: who, for which purpose, and what they are to the child. */
export interface Eyes {
  readonly user: string;
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  readonly requester: Requester;
}

const words = (code: string): string => code.replaceAll('-', ' ');

function relative(child: NamedChild, relation: 'mother' | 'father' | 'child'): DevelopmentPerson {
  const given = { mother: 'Nadine', father: 'Colin', child: child.given }[relation];
  return {
    agency: 'family',
    role: relation === 'child' ? 'child' : 'parent',
    kind: 'family',
    user: `${relation}-${familyKey(child.given)}`,
    name: `${given} ${child.surname}`,
    title: relation === 'child' ? `${String(child.age)} years old` : `${relation} of ${child.given}`,
    purposes: ['family-access'],
  };
}

/** Those of the family who may sign in: a child from twelve. */
function familyOf(child: NamedChild): readonly DevelopmentPerson[] {
  const parents = [relative(child, 'mother'), relative(child, 'father')];
  return child.age >= 12 ? [...parents, relative(child, 'child')] : parents;
}

const { purposes, officers, question } = readDevelopment(network);
const { agencies, roles } = network.vocabulary;
const ofWork = [...network.vocabulary.purposes.keys()].filter(
  (purpose) => purpose !== 'privacy-administration' && purpose !== 'family-access',
);

/** The first question of the explorer, about a child. */
export const questionAbout = (child: string): string => question.replaceAll('CHILD', child);

/** The workers of the invented records; and of each role that these do not have, one. */
function workersOf(agency: string): readonly DevelopmentPerson[] {
  const known = allWorkers.filter((worker) => worker.agency === agency);
  const others = (roles[agency] ?? [])
    .filter((role) => !known.some((worker) => worker.role === role))
    .map((role) => ({
      agency,
      role,
      user: `${agency}-${role}`,
      kind: 'worker' as const,
      name: `${/^[aeiou]/.test(role) ? 'An' : 'A'} ${words(role)}`,
    }));
  return [...known, ...others].map(({ role, user, kind, name }) => ({
    agency,
    role,
    user,
    kind,
    name,
    title: `${words(role)}, ${words(agency)}`,
    purposes: purposes[agency] ?? ofWork,
  }));
}

/** Everybody one may be, by group: workers, officers, and the families of the named children. */
export const developmentPeople: readonly DevelopmentPerson[] = [
  ...agencies.flatMap(workersOf),
  ...officers
    .filter(({ agency }) => agency === 'network' || agencies.includes(agency))
    .map(({ agency, role, name }, at) => {
      const before = officers.slice(0, at).filter((other) => other.agency === agency && other.role === role);
      return {
        agency,
        role,
        kind: 'officer' as const,
        user: `${role}-${agency}-${String(before.length + 1)}`,
        name,
        title: `${words(role)}, ${words(agency)}`,
        purposes: ['privacy-administration'],
      };
    }),
  ...namedChildren.flatMap(familyOf),
];

/** The person with this `sub`. */
export function personCalled(user: string): DevelopmentPerson | undefined {
  return developmentPeople.find((person) => person.user === user);
}

/** The people around a named child, each with the purpose they usually ask for; those of its story first. */
export function eyesOn(child: NamedChild): readonly Eyes[] {
  const { protection, treatment, teacher, officer } = child;
  const told = child.asks.map(({ requester, purpose }) => ({ user: requester.user, purpose }));
  const around = [
    protection?.worker,
    treatment?.worker,
    teacher,
    officer,
    ...familyOf(child).map(({ user }) => user),
    'su-ashgrove',
    'pr-okoro',
    'po-garrick',
    'privacy-officer-network-1',
  ];
  const all = [...told, ...around.flatMap((user) => (user === undefined ? [] : [{ user, purpose: undefined }]))];
  const first = all.filter(({ user }, at) => all.findIndex((other) => other.user === user) === at);
  return first.flatMap(({ user, purpose }) => {
    const person = personCalled(user);
    if (person === undefined) return [];
    const { agency, role, kind, name, title } = person;
    return [
      { user, name, title, purpose: purpose ?? person.purposes[0] ?? '', requester: { agency, role, kind, user } },
    ];
  });
}
