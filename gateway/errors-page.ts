import { errors, limitNames, reasons } from './errors.ts';

/** `docs/errors.md`, from the closed table; a test keeps the two alike. */
export function errorsPage(): string {
  const rows = (table: Readonly<Record<string, { status: number; message: string }>>) =>
    Object.entries(table).map(([code, { status, message }]) => `| \`${code}\` | ${String(status)} | ${message} |`);
  return [
    '# Errors',
    '',
    'Generated from `gateway/errors.ts`: change it there, then run `UPDATE_DOCS=1 npm run -s jest -- gateway/errors-page.test.ts`.',
    '',
    'An error is `{ message, locations?, path?, extensions: { code, … } }`. Programs read `extensions.code`; the message is the',
    'sentence below. The status is that of a request refused as a whole; an error inside an answer (with a `path`) comes with',
    'status 200, beside the data that could be given. No text of an agency, a database or a library is ever part of an error.',
    '',
    '| code | status | message |',
    '| --- | --- | --- |',
    ...rows(errors),
    '',
    '## Reasons',
    '',
    'A `BAD_REQUEST` may say more in `extensions.reason`; its sentence and status then take the place of the code’s. Under',
    '`VALIDATION` the message may be the sentence of GraphQL validation, as far as it consists of names, and `locations` say where.',
    '',
    '| reason | status | message |',
    '| --- | --- | --- |',
    ...rows(reasons),
    '',
    '## Limits',
    '',
    `\`LIMIT_EXCEEDED\` names the limit in \`extensions.limit\` and its figure in \`extensions.allowed\`: ${limitNames.map((name) => `\`${name}\``).join(', ')}.`,
    'A body that is too large comes with status 413. Limits count what fragments expand to, not what is written.',
    '',
    '## Purposes',
    '',
    'A `purpose-of-use` that no token could carry, because the network does not know it, is `PURPOSE_NOT_PERMITTED` like any other',
    'that the token does not carry; a missing or empty header is `PURPOSE_REQUIRED`.',
    '',
    '## Unavailable',
    '',
    '`LEDGER_UNAVAILABLE` and `REGISTER_UNAVAILABLE` carry `extensions.contacts`: each agency’s duty telephone. While a gateway',
    'is closing it answers `INTERNAL` with status 503 and `retry-after`: send the request again, and another gateway takes it.',
    '',
  ].join('\n');
}
