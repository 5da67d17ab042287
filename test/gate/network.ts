import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Composition } from '@trellis/schema';
import { compose } from '@trellis/schema';
import type { Requester } from '@trellis/vocabulary';
import { vocabulary } from '@trellis/vocabulary';
import type { DocumentNode, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { execute, isAbstractType, isObjectType, parse, validate } from 'graphql';
import type { AgencyReply, AgencyRequest } from '../../gateway/agency-client/agency-client.ts';
import type { RegisterReading } from '../../gateway/execute/decisions.ts';
import type { OnExchangeFailure } from '../../gateway/agency-client/exchange-failure.ts';
import type { PreparedGate } from '../../gateway/gate.ts';
import type { GatewayDependencies } from '../../gateway/gateway-dependencies.ts';
import { prepareGate } from '../../gateway/gate.ts';
import type { Release } from '../../gateway/release.ts';
import type { Executed } from '../../gateway/execute/executor.ts';
import type { Permissions } from './permissions.ts';
import { asker, factsOf, network, now, purpose, rules } from './permissions.ts';

/** An object of an agency: a reference to what it holds, or a plain part of one. */
export type Thing = { readonly __typename: string; readonly id?: string; readonly [field: string]: unknown };
export type Args = Readonly<Record<string, unknown>>;

/** What the agencies of a test network hold. */
export interface Holdings {
  /** What a field answers; at the root `thing` is undefined. */
  answer(agency: string, thing: Thing | undefined, field: string, args: Args, root: 'Query' | 'Mutation'): unknown;
  /** The object that a representation stands for; null where the agency knows nothing of it. */
  known(agency: string, reference: Thing): Thing | null;
}

/** What goes wrong in one run. */
export interface Faults {
  /** What comes back in place of an agency's reply; undefined lets it stand. */
  readonly reply?: (request: AgencyRequest, data: Record<string, unknown>) => AgencyReply | undefined;
  /** What the register says in place of the truth. */
  readonly read?: (reading: RegisterReading, count: number) => RegisterReading;
  /** Whether a release stands; may reject. */
  readonly release?: (release: Release, count: number) => Promise<boolean>;
}

export interface Question {
  readonly source: string;
  readonly variables?: Record<string, unknown>;
  readonly permissions: Permissions;
  readonly faults?: Faults;
  readonly requester?: Requester;
  /** The first of the asker's unless given. */
  readonly purposes?: readonly string[];
  /** All that the asker's token has; those that it names unless given. */
  readonly tokenPurposes?: readonly string[];
  readonly onExchangeFailure?: OnExchangeFailure;
}

/** What was answered, and all that was asked on the way. */
export interface Asked {
  readonly executed: Executed;
  readonly requests: readonly AgencyRequest[];
  readonly releases: readonly Release[];
  readonly reads: readonly (readonly string[])[];
  /** What happened, in order: `read`, `ledger`, `ask <agency>`. */
  readonly events: readonly string[];
}

export interface TestNetwork {
  readonly gate: PreparedGate;
  readonly supergraphSdl: string;
  /** Asks one operation. Operations of one network are asked one after the other. */
  ask(question: Question): Promise<Asked>;
}

interface Recording {
  readonly requests: AgencyRequest[];
  readonly releases: Release[];
  readonly reads: string[][];
  readonly events: string[];
}

/** The agencies, each answering what it holds, and the graph that they make. Throws where it does not compose. */
export function openAgencies(
  sdl: Readonly<Record<string, string>>,
  holdings: Holdings,
  composed: Composition = compose(
    Object.entries(sdl).map(([name, text]) => ({ name, sdl: text, url: `http://${name}` })),
    vocabulary,
  ),
): { readonly supergraphSdl: string; serve(request: AgencyRequest): Promise<Record<string, unknown>> } {
  if ('problems' in composed) throw new Error(JSON.stringify(composed.problems, null, 1));
  const agencies = new Map(Object.entries(sdl).map(([name, text]) => [name, agency(name, text, holdings)]));
  return { supergraphSdl: composed.supergraphSdl, serve: (request) => serve(agencies, request) };
}

/** The gate before agencies that record what they are asked. */
export function openNetwork(
  sdl: Readonly<Record<string, string>>,
  holdings: Holdings,
  composed?: Composition,
): TestNetwork {
  const agencies = openAgencies(sdl, holdings, composed);
  let recording: Recording = { requests: [], releases: [], reads: [], events: [] };
  let current: Question = { source: '', permissions: new Map() };

  const dependencies: GatewayDependencies = {
    vocabulary,
    read: async (children) => {
      recording.reads.push([...children]);
      recording.events.push('read');
      const facts = new Map(children.map((child) => [child, factsOf(current.permissions, child)]));
      const reading = { now, network, rules, facts };
      return current.faults?.read?.(reading, recording.reads.length) ?? reading;
    },
    release: async (release) => {
      recording.releases.push(release);
      recording.events.push('ledger');
      return current.faults?.release?.(release, recording.releases.length) ?? true;
    },
    onExchangeFailure: (failure) => current.onExchangeFailure?.(failure),
    agencies: {
      send: async (request) => {
        recording.requests.push(request);
        recording.events.push(`ask ${request.agency}`);
        const data = await agencies.serve(request);
        return current.faults?.reply?.(request, data) ?? { data, errors: [] };
      },
    },
  };
  const gate = prepareGate(dependencies, agencies.supergraphSdl);
  return {
    gate,
    supergraphSdl: agencies.supergraphSdl,
    ask: async (question) => {
      current = question;
      recording = { requests: [], releases: [], reads: [], events: [] };
      const executed = await gate.execute({
        document: parse(question.source, { noLocation: true }),
        source: question.source,
        variables: question.variables ?? {},
        requester: question.requester ?? asker,
        purposes: question.purposes ?? [purpose],
        ...(question.tokenPurposes && { tokenPurposes: question.tokenPurposes }),
        disclosure: 'disclosure-1',
      });
      return { executed, ...recording };
    },
  };
}

/** An agency answers what it is asked; it would be asked nothing that is not valid, and no page. */
async function serve(
  agencies: ReadonlyMap<string, GraphQLSchema>,
  request: AgencyRequest,
): Promise<Record<string, unknown>> {
  const schema = agencies.get(request.agency);
  if (!schema) throw new Error(`There is no ${request.agency}.`);
  const document = read(schema, request);
  const result = await execute({ schema, document, variableValues: { ...request.variables } });
  if (result.errors?.[0]) throw result.errors[0];
  return JSON.parse(JSON.stringify(result.data)) as Record<string, unknown>;
}

/** The last requests, read: two worlds are asked the same. */
const documents = new Map<string, DocumentNode>();

function read(schema: GraphQLSchema, { agency, query }: AgencyRequest): DocumentNode {
  const known = documents.get(`${agency} ${query}`);
  if (known) return known;
  const document = parse(query);
  const [problem] = validate(schema, document);
  if (problem) throw new Error(`invalid to ${agency}: ${problem.message}\n${query}`);
  if (documents.size > 500) documents.clear();
  documents.set(`${agency} ${query}`, document);
  return document;
}

function agency(name: string, text: string, holdings: Holdings): GraphQLSchema {
  const schema = buildSubgraphSchema({ typeDefs: parse(text) });
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('_')) continue;
    const resolveReference = (reference: Thing): Thing | null => holdings.known(name, reference);
    type.extensions = { apollo: { subgraph: { resolveReference } } };
    if (isAbstractType(type)) type.resolveType = (thing: Thing) => thing.__typename;
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.name.startsWith('_')) field.resolve = resolver(name, holdings, field.name);
    }
  }
  return schema;
}

function resolver(
  agency: string,
  holdings: Holdings,
  field: string,
): GraphQLFieldResolver<Thing | undefined, unknown, Args> {
  return (source, args, _context, { parentType: { name } }) => {
    if (args['first'] != null || args['offset'] != null) throw new Error('An agency was asked for a page.');
    const isRoot = name === 'Query' || name === 'Mutation';
    return holdings.answer(
      agency,
      isRoot ? undefined : source,
      field,
      args,
      name === 'Mutation' ? 'Mutation' : 'Query',
    );
  };
}
