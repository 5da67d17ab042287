import { createHmac } from 'node:crypto';
import type { Notice } from './deliver-notices.ts';

/** Where an agency wants to be told. */
export interface NoticeHook {
  readonly url: string;
  /** What its messages are signed with: while a key is being changed, the new one and the old. */
  readonly keys: readonly Uint8Array[];
}

const timeoutMs = 5_000;

/**
 * Posts one notice to its agency's hook, signed as Standard Webhooks 1.0 says. It tells what happened to which record and who should look;
 * what is in the record, and which child it is about, is for whoever asks the graph with the right to see it. Rejects unless answered 2xx.
 */
export async function postNotice({ url, keys }: NoticeHook, notice: Notice, now = Date.now()): Promise<void> {
  const { id, at, kind, record, agency, user } = notice;
  const body = JSON.stringify({
    type: kind,
    timestamp: new Date(at).toISOString(),
    data: { record, agency, user: user ?? null },
  });
  const timestamp = String(Math.floor(now / 1_000));
  const sign = (key: Uint8Array): string =>
    `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': keys.map(sign).join(' '),
    },
    body,
    // Another address is not the one that was agreed.
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the hook answered ${String(response.status)}`);
}
