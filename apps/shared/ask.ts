import {
  CombinedGraphQLErrors,
  ServerError,
  type ApolloClient,
  type OperationVariables,
  type TypedDocumentNode,
} from '@apollo/client';
import type { TrellisExtension, Withheld } from './open-client.ts';

/** Something the graph said no to, or could not do: its code, and its sentence. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly contacts?:
    readonly { readonly title?: string; readonly agency?: string; readonly telephone?: string }[] | undefined;
}

export interface Answer<Data> {
  /** Undefined where the whole request was refused. */
  readonly data: Data | undefined;
  readonly faults: readonly Fault[];
  readonly withheld: readonly Withheld[];
}

/** One question or act; never throws for what the graph answers or for a network that is away. */
export async function ask<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Answer<Data>> {
  let withheld: readonly Withheld[] = [];
  const context = {
    onTrellis: (found: TrellisExtension) => {
      withheld = found.withheld;
    },
  };
  // Part of an answer is an answer; and nothing is remembered, since what may be shown can change at any moment.
  const always = { fetchPolicy: 'no-cache', errorPolicy: 'all' } as const;
  const isMutation = document.definitions.some((each) => 'operation' in each && each.operation === 'mutation');
  try {
    const result = isMutation
      ? await client.mutate({ mutation: document, variables, context, ...always } as never)
      : await client.query({ query: document, variables, context, ...always } as never);
    const { data, error } = result as { data: Data | undefined; error?: unknown };
    return { data: data ?? undefined, faults: faultsIn(error), withheld };
  } catch (error) {
    return { data: undefined, faults: faultsIn(error), withheld };
  }
}

function faultsIn(error: unknown): readonly Fault[] {
  if (error === undefined || error === null) return [];
  if (CombinedGraphQLErrors.is(error)) return error.errors.map(faultOf);
  if (ServerError.is(error)) return bodyFaults(error.bodyText);
  return [{ code: 'UNREACHABLE', message: 'The network could not be reached.' }];
}

function bodyFaults(text: string): readonly Fault[] {
  try {
    const { errors } = JSON.parse(text) as { errors?: readonly Parameters<typeof faultOf>[0][] };
    if (errors !== undefined && errors.length > 0) return errors.map(faultOf);
  } catch {
    // Not the graph's own words: what is said below is all that is known.
  }
  return [{ code: 'INTERNAL', message: 'The network could not answer.' }];
}

function faultOf({
  message,
  path,
  extensions,
}: {
  message: string;
  path?: readonly (string | number)[] | undefined;
  extensions?: Record<string, unknown> | undefined;
}): Fault {
  const code = typeof extensions?.['code'] === 'string' ? extensions['code'] : 'INTERNAL';
  const contacts = Array.isArray(extensions?.['contacts']) ? (extensions['contacts'] as Fault['contacts']) : undefined;
  return { code, message, path, contacts };
}
