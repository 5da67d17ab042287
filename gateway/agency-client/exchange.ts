import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import type { ExchangeFailureReason } from './exchange-failure.ts';

/** The reason why there are no bytes of a reply. `unanswered`: the connection broke before anything of a reply had come. */
interface NotArrived {
  readonly failed: 'unavailable' | 'malformed';
  readonly reason: ExchangeFailureReason;
  readonly unanswered?: true;
}

/** The bytes of a reply that may be read, or why there are none. */
export type Arrived = { readonly body: Buffer } | NotArrived;

const json = /^application\/(?:graphql-response\+)?json\s*(?:;|$)/i;
const aborted = new Error('The exchange with an agency was given up.');
/**
 * One request and its reply, as undici reports them. Settles once, whatever comes: on a reply, a refusal to read it, a broken
 * connection or the deadline, which counts from here, waiting for a connection included.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #settle: (arrived: Arrived) => void;
  readonly #deadline: NodeJS.Timeout;
  readonly #maxBytes: number;
  #controller: Dispatcher.DispatchController | undefined;
  #chunks: Buffer[] = [];
  #bytes = 0;
  #answered = false;
  #settled = false;

  constructor(settle: (arrived: Arrived) => void, options: { deadlineMs: number; maxReplyBytes: number }) {
    this.#settle = settle;
    this.#maxBytes = options.maxReplyBytes;
    this.#deadline = setTimeout(() => {
      // What has arrived while this process stood still is read first: that time was not the agency's.
      setImmediate(() => {
        this.#giveUp('unavailable', 'DEADLINE');
      });
    }, options.deadlineMs);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#settled) controller.abort(aborted);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#answered = true;
    if (status < 200) return;
    // No redirect is followed; an error status has nothing to say that could be passed on.
    if (status !== 200) this.#giveUp('unavailable', reasonOfStatus(status));
    // None was asked for: a compressed reply is how a small one becomes a huge one.
    else if (headers['content-encoding'] !== undefined) this.#giveUp('malformed', 'CONTENT_ENCODING');
    else if (!json.test(String(headers['content-type'] ?? ''))) this.#giveUp('malformed', 'CONTENT_TYPE');
    else if (Number(headers['content-length'] ?? 0) > this.#maxBytes) this.#giveUp('malformed', 'TOO_LARGE');
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#settled) return;
    this.#bytes += chunk.length;
    if (this.#bytes > this.#maxBytes) this.#giveUp('malformed', 'TOO_LARGE');
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [only] = this.#chunks;
    const body = this.#chunks.length === 1 && only !== undefined ? only : Buffer.concat(this.#chunks);
    if (!this.#settled) this.#finish({ body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error & { readonly code?: unknown }): void {
    const unanswered = !this.#answered && isBroken(error);
    this.#finish({ failed: 'unavailable', reason: 'CONNECTION', ...(unanswered && { unanswered }) });
  }

  #giveUp(failed: 'unavailable' | 'malformed', reason: ExchangeFailureReason): void {
    this.#finish({ failed, reason });
    this.#controller?.abort(aborted);
  }

  #finish(arrived: Arrived): void {
    if (this.#settled) return;
    this.#settled = true;
    clearTimeout(this.#deadline);
    this.#chunks = [];
    this.#settle(arrived);
  }
}

/** Checks whether the other side closed or reset the connection. Where none could be made, to ask again at once is to fail again. */
function isBroken({ code }: { readonly code?: unknown }): boolean {
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE';
}

function reasonOfStatus(status: number): ExchangeFailureReason {
  if (status >= 500) return 'STATUS_FAULT';
  return status >= 400 ? 'STATUS_REFUSED' : 'STATUS_REDIRECT';
}
