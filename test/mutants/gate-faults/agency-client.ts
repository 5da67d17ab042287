import type { Fault } from './fault.ts';
import { faultsNoticedBy } from './fault.ts';

const client = ['gateway/agency-client/create-agency-client'];
const replies = ['gateway/agency-client/read-reply', ...client];

/** Asking agencies: what is sent again, what of a reply is read. */
export const agencyClientFaults: readonly Fault[] = [
  ...faultsNoticedBy(
    client,
    'gateway/agency-client/create-agency-client.ts',
    [
      'a reply may be in any encoding',
      'if (!isUtf8(arrived.body))',
      'if (!isUtf8(arrived.body) && arrived.body.length === 0)',
    ],
    [
      'an act is asked for again',
      "if (!('unanswered' in first) || isMutation(request)) return first;",
      "if (!('unanswered' in first)) return first;",
    ],
    [
      'nothing is asked again',
      "if (!('unanswered' in first) || isMutation(request)) return first;",
      "if (request.agency !== '') return first;",
    ],
    [
      'what is asked again has the whole time anew',
      'exchange(connection.fresh, connection, request, left)',
      'exchange(connection.fresh, connection, request, withinMs * 9)',
    ],
    [
      'it is asked again over kept connections',
      'exchange(connection.fresh, connection, request, left)',
      'exchange(connection.pool, connection, request, left)',
    ],
    ['a client’s disclosure is not the trace', '...traceOf(disclosure) };', '};'],
    ['an address of another protocol is asked', "!['http:', 'https:'].includes(url.protocol)", "url.protocol === ''"],
  ),
  ...faultsNoticedBy(
    client,
    'gateway/agency-client/exchange.ts',
    [
      'any status is an answer',
      "if (status !== 200) this.#giveUp('unavailable', reasonOfStatus(status));",
      "if (status === 0) this.#giveUp('unavailable', reasonOfStatus(status));",
    ],
    [
      'a compressed reply is read',
      "else if (headers['content-encoding'] !== undefined)",
      "else if (headers['content-encoding'] === 'none')",
    ],
    ['a reply of any type is read', '!json.test(String(headers', '!/./.test(String(headers'],
    [
      'a reply that says that it is too large is begun',
      "Number(headers['content-length'] ?? 0) > this.#maxBytes",
      'this.#maxBytes < 0',
    ],
    ['a reply may be of any size', 'if (this.#bytes > this.#maxBytes)', 'if (this.#bytes > 1e12)'],
    ['what broke off in the middle is asked again', 'const unanswered = !this.#answered && ', 'const unanswered = '],
  ),
  ...faultsNoticedBy(
    replies,
    'gateway/agency-client/read-reply.ts',
    ['a first part is taken for the whole', 'if (hasNext === true) return notGraphql;', ''],
    [
      'an agency may say any code',
      "isAgencyCode(said['code']) ? said['code'] :",
      "typeof said['code'] === 'string' ? (said['code'] as never) :",
    ],
    ['a reason may go with any code', ' && agencyReasons[reason as AgencyReason] === code', ''],
    ['any path is read', ' && path.every(isPathElement)', ''],
    ['any number of errors is read', ' || errors.length > mostErrors', ''],
    ['an empty list of errors is an answer', 'errors.length === 0 || ', ''],
    [
      'a reply without data is an answer',
      'return isObject(data) ? { data, errors: [] } : notGraphql;',
      'return { data: isObject(data) ? data : {}, errors: [] };',
    ],
    ['an input is told with any code', "code === 'BAD_REQUEST' && isPath(input)", 'isPath(input)'],
  ),
];
