import { agencyReasons } from '../errors.ts';
import type { AgencyReason, ErrorCode } from '../errors.ts';
import { isPathElement } from '../format-error.ts';
import type { AgencyError, AgencyReply } from './agency-client.ts';
import { parseJson } from '../parse-json.ts';

/** Codes that an agency may give its own answers. Whatever else it says, it is an agency that did not answer. */
const agencyCodes: ReadonlySet<string> = new Set<ErrorCode>([
  'FORBIDDEN',
  'PURPOSE_NOT_PERMITTED',
  'BAD_REQUEST',
  'BAD_ID',
  'LIMIT_EXCEEDED',
  'CONFLICT',
  'REGISTER_UNAVAILABLE',
  'LEDGER_UNAVAILABLE',
]);
const notJson: AgencyReply = { failed: 'malformed', reason: 'NOT_JSON' };
const notGraphql: AgencyReply = { failed: 'malformed', reason: 'NOT_GRAPHQL' };
const mostErrors = 1_000;
const longestPath = 50;

/** Reads the body of a GraphQL reply. Of its errors only codes, reasons, paths and places of inputs remain; of its extensions nothing. */
export function readReply(text: string): AgencyReply {
  const reply = parsed(text);
  if (!isObject(reply)) return reply === undefined ? notJson : notGraphql;
  const { data, errors, hasNext } = reply;
  // A first part, of which the rest would be taken for what is not there.
  if (hasNext === true) return notGraphql;
  if (data !== undefined && data !== null && !isObject(data)) return notGraphql;
  if (errors === undefined) return isObject(data) ? { data, errors: [] } : notGraphql;
  if (!Array.isArray(errors) || errors.length === 0 || errors.length > mostErrors) return notGraphql;
  return { data: data ?? {}, errors: errors.map(reduceError) };
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function reduceError(error: unknown): AgencyError {
  if (!isObject(error)) return { code: 'AGENCY_UNAVAILABLE' };
  const { extensions, path } = error;
  const said = isObject(extensions) ? extensions : {};
  const code = isAgencyCode(said['code']) ? said['code'] : 'AGENCY_UNAVAILABLE';
  const reason = said['reason'];
  const input = said['input'];
  return {
    code,
    ...(isReasonOf(code, reason) && { reason }),
    ...(isPath(path) && { path }),
    ...(code === 'BAD_REQUEST' && isPath(input) && { input }),
  };
}

function isPath(path: unknown): path is readonly (string | number)[] {
  return Array.isArray(path) && path.length <= longestPath && path.every(isPathElement);
}

function isReasonOf(code: ErrorCode, reason: unknown): reason is AgencyReason {
  return (
    typeof reason === 'string' && Object.hasOwn(agencyReasons, reason) && agencyReasons[reason as AgencyReason] === code
  );
}

function isAgencyCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && agencyCodes.has(code);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
