import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Kind, parse, type SelectionSetNode } from 'graphql';

/** The schema of an agency that somebody wrote by hand. */
export const plainSchema = `
type Child @key(fields: "id") @about(children: "id") {
  id: NetworkId! @open
  hasNight: Boolean @label(is: ["night-shelter.stay"], level: SUMMARY)
  stays(first: Int = 20 @page): [Stay!] @label(is: ["night-shelter.stay"])
}
type Stay {
  id: NetworkId! @open
  house: String @label(is: ["night-shelter.stay"])
}`;

/** Mistakes that somebody makes who writes the protocol anew. */
export type Mistake =
  | 'reads no signature'
  | 'knows no requester'
  | 'takes a requester from anywhere'
  | 'takes a purpose from anywhere'
  | 'answers the whole record'
  | 'answers by names, not aliases'
  | 'leaves out what is unknown'
  | 'answers text'
  | 'answers 201'
  | 'compresses'
  | 'takes its time'
  | 'tells its stack'
  | 'tells its statement'
  | 'answers GET'
  | 'tells its schema';

interface Plain {
  readonly url: URL;
  close(): Promise<void>;
}

const name = 'night-shelter';
const components = '"@method" "@path" "content-digest" "content-type" "trellis-agency" "trellis-disclosure"';
const form =
  /^trellis=(\(([^)]*)\);created=(\d+);expires=(\d+);nonce="([\w-]{16,64})";keyid="([^"]*)";alg="hmac-sha256")$/;

/** An agency in plain Node, without the kit, that makes one mistake or none. */
export async function startPlainAgency(secret: Buffer, children: readonly string[], mistake?: Mistake): Promise<Plain> {
  const nonces = new Set<string>();
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.writeHead(500).end());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET' && request.url?.startsWith('/health/')) return void response.writeHead(200).end();
    if (request.method === 'GET' && mistake === 'answers GET')
      return void send(response, 200, { data: { __typename: 'Query' } });
    if (request.method !== 'POST') return void send(response, 405, refusal('Only POST is answered.'));
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const piece of request as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > 2_000_000) {
        response.writeHead(413, { connection: 'close' }).end();
        return;
      }
      pieces.push(piece);
    }
    const body = Buffer.concat(pieces);
    if (mistake !== 'reads no signature' && !isSealed(request, body))
      return void send(response, 401, refusal('The seal does not hold.'));
    const asked = body.toString().split('__typename').length;
    if (mistake === 'takes its time') await new Promise((resolve) => setTimeout(resolve, asked > 90 ? 2_300 : 0));
    try {
      const { query, variables } = JSON.parse(body.toString()) as { query: string; variables: Record<string, unknown> };
      if (mistake === 'tells its schema' && query.includes('__schema'))
        return void send(response, 200, { data: { __schema: { types: [{ name: 'Child' }] } } });
      send(response, 200, { data: dataOf(query, variables) });
    } catch (error) {
      const stack = error instanceof Error ? (error.stack ?? '') : '';
      const told =
        mistake === 'tells its stack'
          ? stack
          : mistake === 'tells its statement'
            ? 'select id from stays where child = any($1)'
            : 'The request cannot be read.';
      send(response, 400, refusal(told));
    }
  }

  function isSealed({ headers, url }: IncomingMessage, body: Buffer): boolean {
    const [, input, covered = '', created = '', expires = '', nonce = '', keyid = ''] =
      form.exec(String(headers['signature-input'])) ?? [];
    if (input === undefined || keyid !== name || headers['trellis-agency'] !== name) return false;
    const who = ['trellis-requester', 'trellis-purpose'].filter((header) => headers[header] !== undefined);
    const wanted =
      mistake === 'takes a requester from anywhere'
        ? who.filter((header) => covered.includes(header))
        : mistake === 'takes a purpose from anywhere'
          ? who.filter((header) => header !== 'trellis-purpose' || covered.includes(header))
          : who;
    if (mistake === 'knows no requester' && who.length > 0) return false;
    if (covered !== [components, ...wanted.map((header) => `"${header}"`)].join(' ')) return false;
    const now = Date.now() / 1000;
    if (Number(expires) - Number(created) > 5 || Number(created) > now + 1 || Number(expires) <= now) return false;
    const said: Readonly<Record<string, string | undefined>> = { '@method': 'POST', '@path': url };
    const lines = [...covered.matchAll(/"([^"]+)"/g)].map(
      ([, header = '']) => `"${header}": ${said[header] ?? String(headers[header])}`,
    );
    const base = [...lines, `"@signature-params": ${input}`].join('\n');
    const right = `trellis=:${createHmac('sha256', secret).update(base).digest('base64')}:`;
    const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
    const isSame = (one: string, other: string): boolean =>
      one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
    if (!isSame(right, String(headers['signature']))) return false;
    if (digest !== headers['content-digest'] || nonces.has(nonce)) return false;
    nonces.add(nonce);
    return true;
  }

  function dataOf(query: string, variables: Readonly<Record<string, unknown>>): object {
    const [operation] = parse(query).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
    return project(operation.selectionSet, { __typename: 'Query' }, (field, argument) => {
      if (field !== '_entities') throw new Error(`no field ${field}`);
      const asked = variables[argument];
      if (!Array.isArray(asked)) throw new Error('no representations');
      const found = (asked as { __typename: string; id: string }[]).map(({ __typename, id }) =>
        __typename === 'Child' && children.includes(id) ? record(id) : null,
      );
      return mistake === 'leaves out what is unknown' ? found.filter((each) => each !== null) : found;
    });
  }

  function project(
    selection: SelectionSetNode,
    value: Readonly<Record<string, unknown>>,
    resolve?: (field: string, argument: string) => unknown,
  ): object {
    const answered: Record<string, unknown> =
      mistake === 'answers the whole record' && resolve === undefined ? { ...value } : {};
    for (const each of selection.selections) {
      if (each.kind === Kind.INLINE_FRAGMENT) Object.assign(answered, project(each.selectionSet, value));
      if (each.kind !== Kind.FIELD) continue;
      const field = each.name.value;
      const [argument] = each.arguments ?? [];
      const variable = argument?.value.kind === Kind.VARIABLE ? argument.value.name.value : '';
      if (field !== '__typename' && resolve === undefined && !(field in value)) throw new Error(`no field ${field}`);
      const found = field === '__typename' ? value['__typename'] : (resolve?.(field, variable) ?? value[field] ?? null);
      const key = mistake === 'answers by names, not aliases' ? field : (each.alias?.value ?? field);
      const below = each.selectionSet;
      const one = (of: unknown): unknown =>
        of === null || below === undefined ? of : project(below, of as Readonly<Record<string, unknown>>);
      answered[key] = Array.isArray(found) ? found.map(one) : one(found);
    }
    return answered;
  }

  function send(response: ServerResponse, status: number, body: object): void {
    const type = mistake === 'answers text' ? 'text/plain' : 'application/json';
    response.writeHead(mistake === 'answers 201' && status === 200 ? 201 : status, {
      'content-type': type,
      ...(mistake === 'compresses' ? { 'content-encoding': 'identity' } : {}),
    });
    response.end(JSON.stringify(body));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${String(port)}/graphql`),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function record(id: string): Readonly<Record<string, unknown>> {
  return { __typename: 'Child', id, hasNight: true, stays: [{ __typename: 'Stay', id, house: 'Elm House' }] };
}

function refusal(message: string): object {
  return { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] };
}
