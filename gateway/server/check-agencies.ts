import { Kind, parse } from 'graphql';
import type { AgencyClient } from '../agency-client/agency-client.ts';

/** Throws, naming each, where a supergraph has agencies that cannot be reached because no URL is known: its fields could never be answered. */
export function checkAgencies(supergraphSdl: string, client: Partial<Pick<AgencyClient, 'knows'>>): void {
  const unknown = agenciesOf(supergraphSdl).filter((agency) => client.knows?.(agency) === false);
  if (unknown.length === 0) return;
  throw new Error(
    `The supergraph has agencies without a URL or a key: ${unknown.join(', ')}. TRELLIS_SUBGRAPH_URLS gives each an http or https URL, SEAL_KEY_FILES its key.`,
  );
}

/** The names of the subgraphs, as `@join__graph` gives them. */
function agenciesOf(supergraphSdl: string): readonly string[] {
  const graphs = parse(supergraphSdl, { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph'
      ? (definition.values ?? [])
      : [],
  );
  return graphs.flatMap(({ directives = [] }) =>
    directives.flatMap(({ arguments: given = [] }) =>
      given.flatMap(({ name, value }) => (name.value === 'name' && value.kind === Kind.STRING ? [value.value] : [])),
    ),
  );
}
