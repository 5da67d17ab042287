import type { Notice } from './deliver-notices.ts';
import type { NoticeHook } from './post-to-hook.ts';
import { postToHook } from './post-to-hook.ts';

/**
 * Posts one notice to its agency's hook. It tells what happened to which record and who should look; what is in the record, and which child it is about, is for
 * whoever asks the graph with the right to see it. Rejects unless answered 2xx.
 */
export async function postNotice(hook: NoticeHook, notice: Notice, now = Date.now()): Promise<void> {
  const { id, at, kind, record, agency, user } = notice;
  await postToHook(hook, { id, type: kind, at, data: { record, agency, user: user ?? null } }, now);
}
