import { agencyReasons, errors, limitNames, reasons } from './errors.ts';

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
    'An error may say more in `extensions.reason`. Of a `BAD_REQUEST` the reason’s sentence and status take the place of the code’s. Of an',
    '`UNAUTHENTICATED` they are also in the header `WWW-Authenticate` (RFC 6750), and `extensions.claim` names the claim; without a token there is no reason. Under',
    '`VALIDATION` the message may be the sentence of GraphQL validation, as far as it consists of names, and `locations` say where; in production',
    'it names nothing that the document does not.',
    '',
    'An input that does not fit is one error of its own, up to twenty at once: `extensions.in` is `variable` or `argument`, `extensions.path` leads to',
    'it (from the variable, or from the root of the response to the argument), `extensions.expected` says what belongs there. `BAD_ID` has the same. What was sent is',
    'never repeated. Texts are checked everywhere, codes against the words of the network, days and instants from the year 1800 to 9999, pages',
    'from 0 to 10,000, and `from` against the `to` that goes with it, before anything is planned or an agency asked.',
    '',
    'Inside an answer an agency’s refusal may have one of these reasons: `' +
      Object.keys(agencyReasons).join('`, `') +
      '`. They are made of the rules and of the',
    'requester’s own acts; none tells anything of a child.',
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
