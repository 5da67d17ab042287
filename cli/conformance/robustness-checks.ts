import { failed, passed, skipped, type Check } from './check.ts';
import { unknownId, type Reply, type Target } from './target.ts';

const marker = 'conformance-marker-7f3q';
const few = 1;
const many = 40;

/** The texts that no answer may hold: a value that was sent, a statement, a place in somebody's code. */
const telltale = new RegExp(
  [
    marker,
    'Traceback',
    'syntax error at',
    'SQLSTATE|ORA-\\d{5}',
    // A file and a line, as each language writes them.
    '[\\w/\\\\-]+\\.(?:[cm]?[jt]sx?|py|java|kt|cs|go|rb|php|rs|exs?)\\\\?"?(?::|, )(?:line )?\\d+',
    '\\bnode:[\\w/]+:\\d+:\\d+',
    '\\bSELECT\\b[^]+\\bFROM\\b|\\bINSERT INTO\\b|\\bDELETE FROM\\b|\\bUPDATE \\S+ SET\\b',
  ].join('|'),
  'i',
);

async function provoke(target: Target): Promise<readonly Reply[]> {
  const [first] = target.schema.entities;
  const type = first?.type ?? 'Child';
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { id } } }`;
  return Promise.all([
    target.ask({ query, variables: { r: [{ __typename: type, id: marker }] } }),
    target.ask({ query, variables: { r: [{ __typename: type, id: `' or 1=1 -- ${marker}` }] } }),
    target.ask({ query, variables: { r: [{ __typename: marker, id: unknownId() }] } }),
    target.ask({ query, variables: { r: marker } }),
    target.ask({ query: `{ ${marker.replaceAll('-', '_')} }` }),
    target.ask({ query: `{ "${marker}` }),
  ]);
}

/** The cost of answering everything of so many records: statements, where the agency counts them, and time. */
async function costOf(
  target: Target,
  type: string,
  count: number,
): Promise<{ readonly statements: number | undefined; readonly milliseconds: number }> {
  const r = Array.from({ length: count }, () => ({ __typename: type, id: unknownId() }));
  const selection = target.schema.selectionOf(type);
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} ${selection} } }`;
  const { headers, milliseconds } = await target.ask({ query, variables: { r } });
  const counted = headers.get('trellis-statements');
  return { statements: counted === null ? undefined : Number(counted), milliseconds };
}

/** The checks of what an agency does with what nobody should send, and with much at once. */
export const robustnessChecks: readonly Check[] = [
  {
    id: 'errors-without-values',
    level: 'MUST',
    title: 'no error repeats a value, a statement or a place in the code',
    async run(target) {
      const replies = await provoke(target);
      return replies.some(({ text }) => telltale.test(text.replaceAll('_', '-')))
        ? failed(
            'an error repeats what was sent, or tells of the code',
            'Answer errors as { "message": one fixed sentence, "extensions": { "code" } }; keep the rest in your log.',
          )
        : passed;
    },
  },
  {
    id: 'bad-requests-survived',
    level: 'MUST',
    title: 'a request that cannot be read is refused, and the next one answered',
    async run(target) {
      const replies = await provoke(target);
      const broken = replies.some(({ status }) => status === 0 || status >= 500);
      const after = await target.ask({ query: '{ __typename }' });
      return !broken && after.status === 200
        ? passed
        : failed('the agency broke, or answered 5xx', 'Answer 400 to what cannot be read.');
    },
  },
  {
    id: 'too-large-refused',
    level: 'MUST',
    title: 'a body of five megabytes is refused, and the next request answered',
    async run(target) {
      const large = await target.ask({ query: '{ __typename }', variables: { x: 'x'.repeat(5_000_000) } });
      const after = await target.ask({ query: '{ __typename }' });
      return large.status !== 200 && after.status === 200
        ? passed
        : failed(
            `status ${String(large.status)}, then ${String(after.status)}`,
            'Stop reading after two megabytes and answer 413.',
          );
    },
  },
  {
    id: 'no-n-plus-one',
    level: 'MUST',
    title: 'many records are read by as many statements as one',
    async run(target) {
      for (const { type } of target.schema.entities) {
        const { statements: one } = await costOf(target, type, few);
        const { statements: all } = await costOf(target, type, many);
        if (one === undefined || all === undefined)
          return skipped(
            'the agency does not count its statements (header trellis-statements); see no-n-plus-one-by-time',
          );
        if (all - one >= many / 2)
          return failed(
            `${type}: ${String(one)} statement(s) for one record, ${String(all)} for ${String(many)}`,
            'Collect the keys of a request and read them by one statement: `where id = any($1)`; manyLoader of the kit does.',
          );
      }
      return passed;
    },
  },
  {
    id: 'no-n-plus-one-by-time',
    level: 'SHOULD',
    title: 'forty records take less than twenty times as long as one',
    async run(target) {
      for (const { type } of target.schema.entities) {
        await costOf(target, type, few); // the first is slower than any after
        const one = await costOf(target, type, few);
        const all = await costOf(target, type, many);
        if (one.statements !== undefined) return passed; // counted, which says more
        if (all.milliseconds > 100 && all.milliseconds / one.milliseconds > many / 2)
          return failed(`${type}: time grows with each record`, 'Read all keys of a request by one statement.');
      }
      return passed;
    },
  },
  {
    id: 'within-deadline',
    level: 'SHOULD',
    title: 'a hundred records are answered within the two seconds that the gateway waits',
    async run(target) {
      const [first] = target.schema.entities;
      if (first === undefined) return skipped('the schema has no type with a key');
      const r = Array.from({ length: 100 }, () => ({ __typename: first.type, id: unknownId() }));
      const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${first.type} { id } } }`;
      const { milliseconds } = await target.ask({ query, variables: { r } });
      return milliseconds < 2_000
        ? passed
        : failed(
            `${String(Math.round(milliseconds))} ms`,
            'The gateway gives up after two seconds, and the field is null with AGENCY_UNAVAILABLE.',
          );
    },
  },
  {
    id: 'health-served',
    level: 'SHOULD',
    title: '/health/live and /health/ready answer your operator',
    async run(target) {
      const [live, ready] = [await target.get('/health/live'), await target.get('/health/ready')];
      return live.status === 200 && ready.status === 200
        ? passed
        : failed(
            `status ${String(live.status)} and ${String(ready.status)}`,
            'Answer 200 where a request would be answered, 503 where it would not.',
          );
    },
  },
];
