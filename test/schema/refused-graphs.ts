import type { Subgraph } from '../../schema/compose.ts';
import { labelDirectives } from '../../schema/label-directives.ts';
import { asWritten, child, withHead } from './rule-harness.ts';

/** A small network under which every rule holds. */
export const sound = {
  identity: `
type Query { child(id: NetworkId! @open): Child @open }
${child}
  name: String @label(is: ["identity.name"])
  birthYear: Int @label(is: ["identity.birth-date"], level: SUMMARY)
}`,
  police: `
${child} incidents(first: Int = 20 @page): [Incident!] @open }
type Incident @key(fields: "id") @label(is: ["police.incident"]) @about(children: "involved { id }", categories: "recordCategories") {
  id: NetworkId! @open
  involved: [Child!] @open
  recordCategories: [Category!] @open
  narrative(search: String @label(is: ["police.narrative"])): String @label(is: ["police.narrative"])
  officer: Person @open
}
interface Person { name: String }
type Officer implements Person { name: String @label(is: ["police.officer-contact"]) }`,
  education: `
${child}
  birthYear: Int @external @label(is: ["identity.birth-date"], level: SUMMARY)
  expectedGrade: Int
    @label(is: ["identity.birth-date", "education.enrolment"])
    @requires(fields: "birthYear")
    @flow(from: "identity", is: ["identity.birth-date"], level: SUMMARY)
}`,
};

/** One agency's schema with one thing changed; throws where there is nothing to change. */
function changed(agency: keyof typeof sound, from: string, to: string): Subgraph[] {
  if (!sound[agency].includes(from)) throw new Error(`Nothing in ${agency} reads ${from}`);
  return withHead({ ...sound, [agency]: sound[agency].replace(from, to) });
}

const added = (agency: keyof typeof sound, more: string) =>
  withHead({ ...sound, [agency]: `${sound[agency]}\n${more}` });

/** The police's head with one thing changed. */
function headed(from: string, to: string): Subgraph[] {
  if (!labelDirectives.includes(from)) throw new Error(`Nothing in the head reads ${from}`);
  const police = `${sound.police}\n${labelDirectives.replace(from, to)}`;
  return [...withHead({ identity: sound.identity, education: sound.education }), ...asWritten({ police })];
}

/** The police's schema, importing more of Federation and using it. */
function importing(names: string, more: string): Subgraph[] {
  return headed('"@composeDirective"]', `"@composeDirective", ${names}]`).map((one) =>
    one.name === 'police' ? { ...one, sdl: `${one.sdl}\n${more}` } : one,
  );
}

/** A graph that one rule alone refuses, and who else would have noticed: `composition` is Apollo's, nothing is no one. */
export interface RefusedGraph {
  readonly subgraphs: readonly Subgraph[];
  readonly otherwise?: string;
}

/** For each rule a graph that would leak, or not run, without it. */
export const refusedGraphs: Readonly<Record<string, RefusedGraph>> = {
  'federation-is-linked': {
    subgraphs: headed('https://specs.apollo.dev/federation/v2.9', 'https://specs.apollo.dev/federation/v3.0'),
    otherwise: 'composition',
  },
  'labels-are-linked': {
    subgraphs: headed('directive @page on ARGUMENT_DEFINITION', 'directive @page(by: Int) on ARGUMENT_DEFINITION'),
  },
  'labels-are-composed': { subgraphs: headed('@composeDirective(name: "@about")', '') },
  'entry-is-the-gateways': {
    subgraphs: changed('identity', 'child(id', 'enter_Child(ids: [ID!]! @open): [Child] @open child(id'),
  },
  'everything-is-labelled': { subgraphs: changed('identity', '@label(is: ["identity.name"])', '') },
  'never-labelled-and-open': { subgraphs: changed('identity', 'name: String', 'name: String @open') },
  'categories-are-known': { subgraphs: changed('identity', '"identity.name"', '"identity.nickname"') },
  'labels-on-concrete-types': {
    subgraphs: changed('police', 'Person { name: String }', 'Person { name: String @open }'),
  },
  'the-same-labels-everywhere': {
    subgraphs: changed('education', '@external @label(is: ["identity.birth-date"], level: SUMMARY)', '@external @open'),
  },
  'the-withheld-is-null': { subgraphs: changed('identity', 'name: String', 'name: String!') },
  'keys-are-network-ids': { subgraphs: added('police', 'type Car @key(fields: "plate") { plate: String! @open }') },
  'records-can-be-entered': {
    subgraphs: added(
      'police',
      'type Call @about(children: "from { id }") { from: Child @open } extend type Child { calls: [Call!] @open }',
    ),
  },
  'about-leads-to-children': {
    subgraphs: changed('police', 'children: "involved { id }"', 'children: "involved { id } recordCategories"'),
  },
  'routing-is-open': {
    subgraphs: changed(
      'police',
      'recordCategories: [Category!] @open',
      'recordCategories: [Category!] @label(is: ["police.accused"])',
    ),
  },
  'who-returns-a-record-knows-whose': {
    subgraphs: added(
      'education',
      `type Incident @key(fields: "id") @label(is: ["police.incident"]) @about(children: "involved { id }", categories: "recordCategories") { id: NetworkId! @open }
       extend type Child { atSchool: [Incident!] @open }`,
    ),
  },
  'required-labels-are-carried': {
    subgraphs: changed('education', '@label(is: ["identity.birth-date", "education.enrolment"])', '@open'),
  },
  'required-stays-in-its-record': {
    subgraphs: added(
      'education',
      `extend type Child {
        incidents(first: Int = 20 @page): [Incident!] @external @open
        told: String @label(is: ["police.incident", "police.narrative"]) @requires(fields: "incidents { narrative }")
          @flow(from: "police", is: ["police.incident", "police.narrative"])
      }
      type Incident @key(fields: "id") @label(is: ["police.incident"]) @about(children: "involved { id }", categories: "recordCategories") {
        id: NetworkId! @open
        narrative(search: String @label(is: ["police.narrative"])): String @external @label(is: ["police.narrative"])
      }`,
    ),
  },
  'required-with-the-same-arguments': {
    subgraphs: withHead({
      ...sound,
      police: `${sound.police}\nextend type Child { calls(since: Int = 1 @open): Boolean @open }`,
      education: `${sound.education}
      extend type Child {
        calls(since: Int = 1 @open): Boolean @external @open
        callsOfLate: Boolean @open @requires(fields: "calls(since: 1)")
        callsBefore: Boolean @open @requires(fields: "calls(since: 2)")
      }`,
    }),
  },
  'flows-are-declared': {
    subgraphs: changed('education', '@flow(from: "identity", is: ["identity.birth-date"], level: SUMMARY)', ''),
  },
  'overrides-are-whole': {
    subgraphs: added(
      'education',
      'extend type Child { name: String @override(from: "identity", label: "percent(5)") @label(is: ["identity.name"]) }',
    ),
  },
  'context-is-refused': {
    subgraphs: importing(
      '"@context", "@fromContext"',
      `type Car @key(fields: "id") @context(name: "car") { id: NetworkId! @open plate: String @open keeper: Keeper @open }
       type Keeper @key(fields: "id") { id: NetworkId! @open of(plate: String @open @fromContext(field: "$car { plate }")): Int @open }
       extend type Incident { car: Car @open }`,
    ),
  },
  'permission-is-by-label': {
    subgraphs: importing('"@authenticated"', 'extend type Child { known: Boolean @open @authenticated }'),
  },
  'filters-are-labelled': {
    subgraphs: changed('police', 'search: String @label(is: ["police.narrative"])', 'search: String @open'),
  },
  'no-counts-of-records': {
    subgraphs: added('police', 'extend type Child { incidentCount: Int @label(is: ["police.incident"]) }'),
  },
  'counts-are-labelled': { subgraphs: added('police', 'extend type Incident { attendanceCount: Int @open }') },
  'pages-come-after-the-cut': { subgraphs: changed('police', 'first: Int = 20 @page', 'first: Int = 20 @open') },
  'no-connections-over-records': {
    subgraphs: added(
      'police',
      'extend type Child { page: Page @open } type Page { edges: [Edge!] @open } type Edge { node: Incident @open }',
    ),
  },
  'no-inherited-names': { subgraphs: added('police', 'extend type Query { valueOf: Int @open }') },
  'keys-name-no-other-record': {
    subgraphs: added(
      'police',
      `extend type Child { charges: [Charge!] @open }
       type Charge @key(fields: "child { id } incident { id }") @about(children: "child { id }") {
         child: Child @open incident: Incident @open note: String @label(is: ["police.incident"]) }`,
    ),
  },
  'what-names-children-says-whose': {
    subgraphs: added(
      'police',
      `extend type Child { gang: Gang @label(is: ["police.involvement"]) }
       type Gang @key(fields: "id") { id: NetworkId! @open members: [Child!] @open note: String @label(is: ["police.narrative"]) }`,
    ),
  },
  'ids-name-no-records': {
    subgraphs: added('police', 'extend type Child { friends: [NetworkId!] @label(is: ["police.involvement"]) }'),
  },
  'labels-can-be-answered': {
    subgraphs: added(
      'police',
      'extend type Query { stations: [Station!] @label(is: ["police.officer-contact"]) } type Station { town: String @open }',
    ),
  },
  'the-unknown-is-null': { subgraphs: added('police', 'extend type Child { flagged: Boolean! @open }') },
  'mutations-are-the-networks': {
    subgraphs: added('police', 'type Mutation { report(text: String @open): Boolean @open }'),
  },
  'numbers-beside-records': { subgraphs: added('police', 'extend type Child { calls: Int @open }') },
  'derived-values-beside-records': {
    subgraphs: added('police', 'extend type Child { hasIncidents: Boolean @open }'),
  },
  'no-subscriptions': { subgraphs: added('police', 'type Subscription { called: Int @open }') },
};
