import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { TrellisError } from '../errors.ts';
import { formatError } from '../format-error.ts';
import type { EdgeLimits } from '../operations/edge-limits.ts';
import { answerHeaders } from '../security-headers.ts';
import { traceOf } from './trace-parent.ts';

interface UnreadOptions {
  readonly newDisclosure: () => string;
  readonly logger: Logger;
}

/** Answers what is no HTTP request, or never became a whole one, like any other refusal: an error of the table, with an id to quote that the log has. */
export function refuseUnread({ newDisclosure, logger }: UnreadOptions, { headerBytes: allowed }: EdgeLimits) {
  return (thrown: Error & { readonly code?: string }, socket: Socket): void => {
    if (thrown.code === 'ECONNRESET' || socket.destroyed) return;
    const error = refusalOf(thrown.code, allowed);
    const { status, code: outcome } = error;
    const disclosure = newDisclosure();
    // Its headers are not to be relied on, so that its trace is its own.
    const trace = traceOf(undefined, disclosure);
    logger.info({ agency: 'none', disclosure, trace: trace.id, outcome, status }, 'request');
    if (socket.writable) {
      const body = JSON.stringify({ errors: [formatError(error)], extensions: { trellis: { disclosure } } });
      const headers = {
        ...answerHeaders,
        'content-type': 'application/json; charset=utf-8',
        traceparent: trace.header,
        'content-length': String(Buffer.byteLength(body)),
        connection: 'close',
      };
      const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
      socket.write([`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`, ...head, '', body].join('\r\n'));
    }
    socket.destroySoon();
  };
}

function refusalOf(code: string | undefined, allowed: number): TrellisError {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new TrellisError('BAD_REQUEST', { status: 408 });
  if (code === 'HPE_HEADER_OVERFLOW')
    return new TrellisError('LIMIT_EXCEEDED', { limit: 'headerBytes', allowed, status: 431 });
  return new TrellisError('BAD_REQUEST');
}
