import { Failure } from './failure.ts';

/** Asks a running gateway one question over its public graph, as a holder of `token`. */
export async function askGateway<Data>(
  gateway: string,
  question: { query: string; variables: Record<string, unknown>; token: string; purpose: string },
): Promise<Data> {
  const { query, variables, token, purpose } = question;
  const answer = await send(
    gateway,
    { authorization: `Bearer ${token}`, 'purpose-of-use': purpose, 'content-type': 'application/json' },
    JSON.stringify({ query, variables }),
  );
  const { data, errors } = (await answer.json()) as {
    data?: Data | null;
    errors?: { message: string; extensions?: { code?: string } }[];
  };
  const [error] = errors ?? [];
  if (error !== undefined || data === undefined || data === null) {
    throw new Failure(
      `the gateway answered ${error?.extensions?.code ?? String(answer.status)}: ${error?.message ?? 'no data'}`,
    );
  }
  return data;
}

async function send(gateway: string, headers: Record<string, string>, body: string): Promise<Response> {
  try {
    return await fetch(`${gateway}/graphql`, { method: 'POST', headers, body });
  } catch (error) {
    throw new Failure(`no gateway answers at ${gateway}${error instanceof Error ? ` (${error.message})` : ''}`, {
      fix: 'Start one with `npm start`, or name another with --gateway.',
    });
  }
}
