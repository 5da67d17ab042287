import { labelDirectives } from '@trellis/schema';
import type { TestNetwork } from './network.ts';
import { openNetwork } from './network.ts';
import { ann, ben, child, holdingsOf, permit } from './table-network.ts';
import { idOf } from './world.ts';

export const fire = idOf('fire', 0);
export const theft = idOf('theft', 0);
const incident = (id: string) => ({ __typename: 'Incident', id });

/** A small graph to lie about: a child, its files in three agencies, incidents of several children, and acts. */
const sdl = {
  identity: `${labelDirectives}
    type Query {
      child(id: NetworkId! @open): Child @open
      children(ids: [NetworkId!]! @open): [Child!]! @open
    }
    type Child @key(fields: "id") @about(children: "id") {
      id: NetworkId! @open
      name: String @label(is: ["identity.name"])
      birthYear: Int @label(is: ["identity.birth-date"], level: SUMMARY)
    }`,
  education: `${labelDirectives}
    type Child @key(fields: "id") @about(children: "id") {
      id: NetworkId! @open
      birthYear: Int @external @label(is: ["identity.birth-date"], level: SUMMARY)
      school: String @label(is: ["education.enrolment"])
      grade: Int @requires(fields: "birthYear") @label(is: ["identity.birth-date"], level: SUMMARY) @label(is: ["education.enrolment"])
        @flow(from: "identity", is: ["identity.birth-date"], level: SUMMARY)
    }`,
  police: `${labelDirectives}
    type Query { incidents(first: Int @page, after: ID @page): [Incident!] @label(is: ["police.incident"]) reports: [Entry!] @open sightings: [Sighting!] @open }
    type Sighting @key(fields: "id") @about(children: "of { id }") { id: NetworkId! @open of: [Child!] @open place: String @label(is: ["police.missing"]) }
    type Jotting { text: String @open }
    union Entry = Incident | Jotting
    union Finding = Incident | Sighting
    type Child @key(fields: "id") @about(children: "id") {
      id: NetworkId! @open
      incidents(about: String @label(is: ["police.narrative"])): [Incident!] @label(is: ["police.incident"])
      mentions: [Incident!] @open
      findings: [Finding!] @open
      missing: Missing @label(is: ["police.missing"])
    }
    type Missing { since: String! @open by: String @label(is: ["police.officer-contact"]) place: Place! @open }
    type Place { town: String! @open }
    type Incident @key(fields: "id") @label(is: ["police.incident"]) @about(children: "involved { id }", categories: "kinds") {
      id: NetworkId! @open
      involved: [Child!] @open @shareable
      kinds: [Category!] @open @shareable
      narrative: String @label(is: ["police.narrative"])
    }`,
  register: `${labelDirectives}
    type Mutation { report(text: String @open): Incident @open remark(text: String @open): Remark @open remarks: [Remark!] @open }
    type Remark { text: String @open on: Incident @open by: String @label(is: ["police.officer-contact"]) }
    type Child @key(fields: "id") @about(children: "id") { id: NetworkId! @open lastRemark: Remark @label(is: ["police.officer-contact"]) }
    type Incident @key(fields: "id") @label(is: ["police.incident"]) @about(children: "involved { id }", categories: "kinds") {
      id: NetworkId! @open
      involved: [Child!] @open @shareable
      kinds: [Category!] @open @shareable
    }`,
  'mental-health': `${labelDirectives}
    type Child @key(fields: "id") @about(children: "id") {
      id: NetworkId! @open
      score: Int @label(is: ["mental-health.score"])
      mood: Mood @label(is: ["mental-health.risk"])
    }
    enum Mood { LOW HIGH }
    type Incident @key(fields: "id") @label(is: ["police.incident"]) @about(children: "involved { id }", categories: "kinds") {
      id: NetworkId! @open
      involved: [Child!] @open @shareable
      kinds: [Category!] @open @shareable
      trauma: String @label(is: ["mental-health.risk"])
    }`,
};

/** What the acts of this network have done. */
export const acts: string[] = [];

const tables = {
  identity: {
    Query: { child: ({ id }: { id: string }) => child(id) },
    [`Child:${ann}`]: { name: 'Ann', birthYear: 2012 },
    [`Child:${ben}`]: { name: 'Ben', birthYear: 2014 },
  },
  education: {
    [`Child:${ann}`]: {
      school: 'North',
      grade: (_: unknown, thing?: { birthYear?: number }) => 2018 - Number(thing?.birthYear),
    },
    [`Child:${ben}`]: {
      school: 'South',
      grade: (_: unknown, thing?: { birthYear?: number }) => 2018 - Number(thing?.birthYear),
    },
  },
  police: {
    Query: {
      incidents: [incident(fire), incident(theft)],
      sightings: [
        { __typename: 'Sighting', id: fire },
        { __typename: 'Sighting', id: theft },
      ],
      reports: [incident(fire), { __typename: 'Jotting', text: 'quiet' }],
    },
    [`Child:${ann}`]: {
      incidents: [incident(fire), incident(theft)],
      mentions: [incident(theft)],
      findings: [incident(fire), { __typename: 'Sighting', id: fire }],
      missing: { __typename: 'Missing', since: 'May', place: { __typename: 'Place', town: 'Ely' } },
    },
    [`Child:${ben}`]: { incidents: [incident(theft)], missing: null },
    [`Sighting:${fire}`]: { of: [child(ann)], place: 'Ely' },
    [`Sighting:${theft}`]: { of: [child(ben)], place: 'Eye' },
    [`Incident:${fire}`]: { involved: [child(ann)], kinds: [], narrative: 'a fire' },
    [`Incident:${theft}`]: { involved: [child(ann), child(ben)], kinds: [], narrative: 'a theft' },
  },
  register: {
    Mutation: {
      report: ({ text }: { text: string }) => {
        acts.push(`report ${text}`);
        return incident(fire);
      },
      remarks: () => {
        acts.push('remarks');
        return [{ __typename: 'Remark', text: 'first', on: incident(fire) }];
      },
      remark: ({ text }: { text: string }) => {
        acts.push(`remark ${text}`);
        return { __typename: 'Remark', text, by: 'Officer Poe' };
      },
    },
    [`Incident:${fire}`]: { involved: [child(ann)], kinds: [] },
    [`Incident:${theft}`]: { involved: [child(ann), child(ben)], kinds: [] },
  },
  'mental-health': {
    [`Child:${ann}`]: { score: 3, mood: 'LOW' },
    [`Child:${ben}`]: { score: 5, mood: 'HIGH' },
    [`Incident:${fire}`]: { involved: [child(ann)], kinds: [], trauma: 'burns' },
    [`Incident:${theft}`]: { involved: [child(ann), child(ben)], kinds: [], trauma: 'none' },
  },
};

export function openFourAgencies(): TestNetwork {
  return openNetwork(sdl, holdingsOf(tables));
}

export const everything = [
  ...['identity.name', 'identity.birth-date', 'education.enrolment', 'police.incident', 'police.narrative'],
  ...['police.missing', 'police.victim', 'mental-health.score', 'mental-health.risk', 'child-protection.involvement'],
];
const flows = { education: ['identity.birth-date'] };

/** Both children permit everything, and the flow that grades need. */
export const allPermitted = permit({ [ann]: { me: everything, ...flows }, [ben]: { me: everything, ...flows } });
