import { failed, passed, skipped, type Check, type CheckOutcome } from './check.ts';
import { isRefusal } from './seal-checks.ts';
import { unknownId, type Reply, type Target } from './target.ts';

const page = 'See docs/protocol.md, "Answers".';
const entities = 'query ($r: [_Any!]!) { _entities(representations: $r) ';

interface Entity {
  readonly type: string;
  readonly about: boolean;
}

/** Runs a check for each type that the gateway enters; the first that fails is told. */
function forEachEntity(check: (target: Target, entity: Entity) => Promise<CheckOutcome>) {
  return async (target: Target): Promise<CheckOutcome> => {
    const { entities: all } = target.schema;
    if (all.length === 0) return skipped('the schema has no type with a key');
    for (const entity of all) {
      const outcome = await check(target, entity);
      if (outcome.result !== 'passed') return outcome;
    }
    return passed;
  };
}

function represent(type: string, ids: readonly string[]): { r: { __typename: string; id: string }[] } {
  return { r: ids.map((id) => ({ __typename: type, id })) };
}

function listIn(reply: Reply, key = '_entities'): readonly unknown[] | undefined {
  const { data } = reply.body ?? {};
  const list = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined;
  return Array.isArray(list) ? list : undefined;
}

function idOf(record: unknown): unknown {
  return typeof record === 'object' && record !== null && 'id' in record ? record.id : null;
}

/** An agency that answers some people alone forbids nobody at all, which is no fault of its schema. */
function onlyForbidden({ body }: Reply): boolean {
  const errors = body?.errors ?? [];
  return (
    Array.isArray(errors) &&
    errors.every((error: { extensions?: { code?: unknown } } | null) => error?.extensions?.code === 'FORBIDDEN')
  );
}

const keysOnly = `${entities} { __typename ... on `;

function byKey(target: Target, type: string, ids: readonly string[]): Promise<Reply> {
  return target.ask({ query: `${keysOnly}${type} { id } } }`, variables: represent(type, ids) });
}

/** Answers of a running agency: the shape that the gateway relies on. */
export const answerChecks: readonly Check[] = [
  {
    id: 'answers-json',
    level: 'MUST',
    title: 'an answer is JSON, status 200, not compressed',
    async run(target) {
      const { status, headers } = await target.ask({ query: '{ __typename }' });
      const json = /^application\/(graphql-response\+)?json/.test(headers.get('content-type') ?? '');
      return status === 200 && json && headers.get('content-encoding') === null
        ? passed
        : failed(
            'status, content-type or content-encoding is another',
            `Answer 200 with application/json, as it is. ${page}`,
          );
    },
  },
  {
    id: 'entities-in-order',
    level: 'MUST',
    title: '_entities answers as many records as were asked for, in that order',
    run: forEachEntity(async (target, { type }) => {
      const known = target.ids.get(type) ?? [];
      const [one = unknownId(), two = unknownId()] = known;
      const ids = [two, unknownId(), one, two, unknownId(), one];
      const list = listIn(await byKey(target, type, ids));
      if (list?.length !== ids.length)
        return failed(
          `${type}: ${String(list?.length ?? 'no')} answers for ${String(ids.length)}`,
          `Answer one entry for each representation, null where there is no record. ${page}`,
        );
      const misplaced = list.some((record, at) => record !== null && idOf(record) !== ids[at]);
      return misplaced
        ? failed(
            `${type}: an answer stands in another's place`,
            `Order what the database returns by the ids that were asked for. ${page}`,
          )
        : passed;
    }),
  },
  {
    id: 'known-records-answered',
    level: 'MUST',
    title: 'records that exist are found by their key',
    run: forEachEntity(async (target, { type }) => {
      const ids = target.ids.get(type);
      if (ids === undefined) return passed;
      const list = listIn(await byKey(target, type, ids)) ?? [];
      return ids.every((id, at) => idOf(list[at]) === id)
        ? passed
        : failed(`${type}: a record of --ids is not found`, 'Resolve a representation by its id.');
    }),
  },
  {
    id: 'unknown-is-null',
    level: 'MUST',
    title: 'an unknown or malformed id is null or a bare key, never an error',
    run: forEachEntity(async (target, { type }) => {
      const reply = await byKey(target, type, [unknownId(), 'no-id', unknownId()]);
      const list = listIn(reply);
      if (reply.status === 200 && reply.body?.errors === undefined && list?.length === 3) return passed;
      return failed(
        `${type}: status ${String(reply.status)}${reply.body?.errors === undefined ? '' : ', with errors'}`,
        `Answer null in its place. ${page}`,
      );
    }),
  },
  {
    id: 'groups-answered',
    level: 'MUST',
    title: 'several groups of representations in one request are answered, each by itself',
    run: forEachEntity(async (target, { type }) => {
      const query = `query ($a: [_Any!]!, $b: [_Any!]!) { g0: _entities(representations: $a) { ... on ${type} { id } } g1: _entities(representations: $b) { __typename } }`;
      const [a, b] = [represent(type, [unknownId(), unknownId()]).r, represent(type, [unknownId()]).r];
      const reply = await target.ask({ query, variables: { a, b } });
      const right = listIn(reply, 'g0')?.length === 2 && listIn(reply, 'g1')?.length === 1;
      return right
        ? passed
        : failed(`${type}: not both groups came back`, `Answer aliased _entities fields as GraphQL says. ${page}`);
    }),
  },
  {
    id: 'only-what-was-asked',
    level: 'MUST',
    title: 'an answer holds the fields that were asked for, and no other',
    run: forEachEntity(async (target, { type }) => {
      const [id = unknownId()] = target.ids.get(type) ?? [];
      const query = `${entities} { kind: __typename ... on ${type} { key: id } } }`;
      const reply = await target.ask({ query, variables: represent(type, [id]) });
      const records = (listIn(reply) ?? []).filter((record) => typeof record === 'object' && record !== null);
      const more = records.some((record) =>
        Object.keys(record as object).some((key) => key !== 'kind' && key !== 'key'),
      );
      const beside = Object.keys(reply.body?.data ?? {}).some((key) => key !== '_entities');
      return more || beside
        ? failed(
            `${type}: it holds fields that nobody asked for`,
            `Answer each selected field under its alias, and nothing else: what was not asked for was not permitted. ${page}`,
          )
        : passed;
    }),
  },
  {
    id: 'schema-is-served',
    level: 'MUST',
    title: 'everything in the published schema can be asked for',
    run: forEachEntity(async (target, { type }) => {
      const ids = target.ids.get(type) ?? [unknownId()];
      const query = `${entities} { ... on ${type} ${target.schema.selectionOf(type)} } }`;
      const reply = await target.ask({ query, variables: represent(type, ids) });
      return reply.status === 200 && listIn(reply)?.length === ids.length && onlyForbidden(reply)
        ? passed
        : failed(
            `${type}: status ${String(reply.status)}${reply.body?.errors === undefined ? '' : ', with errors'}`,
            'Serve the schema that you publish: every field of it, nullable where it is labelled.',
          );
    }),
  },
  {
    id: 'introspection-refused',
    level: 'MUST',
    title: 'introspection is refused',
    async run(target) {
      const reply = await target.ask({ query: '{ __schema { types { name } } }' });
      const told = reply.text.includes('"types"');
      return !told && (isRefusal(reply) || reply.body?.errors !== undefined)
        ? passed
        : failed('the schema was told', 'Refuse __schema, __type and _service.');
    },
  },
];
