import { createHmac } from 'node:crypto';

/** The place where an agency wants to be told. */
export interface NoticeHook {
  readonly url: string;
  /** The keys that its messages are signed with: while a key is being changed, the new one and the old. */
  readonly keys: readonly Uint8Array[];
}

/** The message that is posted: its id is the same each time, so that a receiver takes it once. */
export interface HookMessage {
  readonly id: string;
  readonly type: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly data: Readonly<Record<string, unknown>>;
}

const timeoutMs = 5_000;

/** Posts one message to an agency's hook, signed as Standard Webhooks 1.0 says. Rejects unless answered 2xx. */
export async function postToHook(
  { url, keys }: NoticeHook,
  { id, type, at, data }: HookMessage,
  now = Date.now(),
): Promise<void> {
  const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
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
