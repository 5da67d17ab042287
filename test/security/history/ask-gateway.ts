/** What a client is told: the answer, or that none came. */
export interface Told {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly trellis: { readonly disclosure: string } };
}

/** Asks a gateway as a client does. Undefined where no whole answer came: what was asked may have been done, or not. */
export async function askGateway(
  url: string,
  headers: Readonly<Record<string, string>>,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Told | undefined> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(20_000),
    });
    return (await response.json()) as Told;
  } catch {
    return undefined;
  }
}
