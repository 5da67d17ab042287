import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';

/** The bytes of a reply that may be read, or why there are none. */
export type Arrived = { readonly body: Buffer } | { readonly failed: 'unavailable' | 'malformed' };

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
  #settled = false;

  constructor(settle: (arrived: Arrived) => void, options: { deadlineMs: number; maxReplyBytes: number }) {
    this.#settle = settle;
    this.#maxBytes = options.maxReplyBytes;
    this.#deadline = setTimeout(() => {
      this.#giveUp('unavailable');
    }, options.deadlineMs);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#settled) controller.abort(aborted);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return;
    // No redirect is followed; an error status has nothing to say that could be passed on.
    if (status !== 200) this.#giveUp('unavailable');
    // None was asked for: a compressed reply is how a small one becomes a huge one.
    else if (headers['content-encoding'] !== undefined) this.#giveUp('malformed');
    else if (!json.test(String(headers['content-type'] ?? ''))) this.#giveUp('malformed');
    else if (Number(headers['content-length'] ?? 0) > this.#maxBytes) this.#giveUp('malformed');
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#settled) return;
    this.#bytes += chunk.length;
    if (this.#bytes > this.#maxBytes) this.#giveUp('malformed');
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [only] = this.#chunks;
    const body = this.#chunks.length === 1 && only !== undefined ? only : Buffer.concat(this.#chunks);
    if (!this.#settled) this.#finish({ body });
  }

  onResponseError(): void {
    this.#finish({ failed: 'unavailable' });
  }

  #giveUp(failed: 'unavailable' | 'malformed'): void {
    this.#finish({ failed });
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
