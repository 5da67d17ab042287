import { buildSubgraphSchema } from '@apollo/subgraph';
import { compose } from '@trellis/schema';
import { vocabulary } from '@trellis/vocabulary';
import type { GraphQLSchema } from 'graphql';
import { execute, isObjectType, parse, validate } from 'graphql';
import type { AgencyRequest } from '../../gateway/agency-client/agency-client.ts';
import type { GateDoors, PreparedGate } from '../../gateway/gate.ts';
import { prepareGate } from '../../gateway/gate.ts';
import type { Release } from '../../gateway/release.ts';
import type { Executed } from '../../gateway/server/executor.ts';
import type { Operation } from './operations.ts';
import type { Permissions } from './permissions.ts';
import { asker, factsOf, network, now, purpose, rules } from './permissions.ts';
import type { Args, Thing } from './resolve.ts';
import { resolve } from './resolve.ts';
import { sdl } from './sdl.ts';
import type { World } from './world.ts';

const composed = compose(
  Object.entries(sdl).map(([name, text]) => ({ name, sdl: text, url: `http://${name}` })),
  vocabulary,
);
if ('problems' in composed) throw new Error(JSON.stringify(composed.problems, null, 1));
export const { supergraphSdl } = composed;

/** The agencies as they are meant to be built, answering from whatever world is current. */
let current: World | undefined;
const agencies = new Map<string, GraphQLSchema>(Object.entries(sdl).map(([name, text]) => [name, agency(text)]));

function agency(text: string): GraphQLSchema {
  const schema = buildSubgraphSchema({ typeDefs: parse(text) });
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      // An agency ignores paging: the gateway pages, after the cut.
      field.resolve = (source: Thing | undefined, args: Args) => {
        if (args['first'] != null || args['offset'] != null) throw new Error('an agency was asked for a page');
        return source?.[`@${field.name}`] ?? resolve(current as World, source, field.name, args);
      };
    }
  }
  const references = schema.getType('Child');
  if (isObjectType(references)) {
    Object.assign(references, { resolveReference: (reference: Thing) => known('Child', reference) });
    references.extensions = {
      apollo: { subgraph: { resolveReference: (reference: Thing) => known('Child', reference) } },
    };
  }
  for (const name of ['Incident', 'Visit', 'Note', 'Condition']) {
    const type = schema.getType(name);
    if (isObjectType(type))
      type.extensions = { apollo: { subgraph: { resolveReference: (reference: Thing) => known(name, reference) } } };
  }
  return schema;
}

function known(type: string, reference: Thing): Thing | null {
  const row = current?.tables[type]?.get(String(reference.id));
  if (!row) return null;
  // What a representation brought is what the agency works with: birthYear comes from identity, not from its own tables.
  const brought = Object.fromEntries(Object.entries(reference).map(([name, value]) => [`@${name}`, value]));
  return { ...brought, __typename: type, id: reference.id as string };
}

export interface Recorded {
  readonly requests: AgencyRequest[];
  readonly releases: Release[];
  readonly reads: string[][];
}

export interface Asked extends Recorded {
  readonly executed: Executed;
}

/** Changes a run for the worse: what an agency answers, what the register says. */
export interface Faults {
  readonly reply?: (request: AgencyRequest, data: Record<string, unknown>) => unknown;
}

let recorded: Recorded = { requests: [], releases: [], reads: [] };
let permissions: Permissions = new Map();
let faults: Faults = {};

const doors: GateDoors = {
  vocabulary,
  read: async (children) => {
    recorded.reads.push([...children]);
    return { now, network, rules, facts: new Map(children.map((child) => [child, factsOf(permissions, child)])) };
  },
  release: async (release) => {
    recorded.releases.push(release);
    return true;
  },
  agencies: {
    send: async (request) => {
      recorded.requests.push(request);
      const schema = agencies.get(request.agency);
      if (!schema) return { failed: 'unavailable' };
      const document = parse(request.query);
      const problems = validate(schema, document);
      if (problems.length > 0)
        throw new Error(`invalid to ${request.agency}: ${problems[0]?.message ?? ''}\n${request.query}`);
      const result = await execute({ schema, document, variableValues: { ...request.variables } });
      if (result.errors) throw result.errors[0] as Error;
      const data = JSON.parse(JSON.stringify(result.data)) as Record<string, unknown>;
      const replied = faults.reply?.(request, data);
      return (replied as Awaited<ReturnType<GateDoors['agencies']['send']>>) ?? { data, errors: [] };
    },
  },
};

export const gate: PreparedGate = prepareGate(doors, supergraphSdl);

/** Asks one operation of one world under one set of permissions, and records everything that was asked on the way. */
export async function ask(
  world: World,
  granted: Permissions,
  operation: Operation,
  withFaults: Faults = {},
): Promise<Asked> {
  current = world;
  permissions = granted;
  faults = withFaults;
  recorded = { requests: [], releases: [], reads: [] };
  const executed = await gate.execute({
    document: parse(operation.source, { noLocation: true }),
    source: operation.source,
    variables: operation.variables,
    requester: asker,
    purpose,
    disclosure: 'disclosure-1',
  });
  return { executed, ...recorded };
}
