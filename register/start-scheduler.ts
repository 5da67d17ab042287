import type { Register } from './open-register.ts';
import { postNotice } from './post-notice.ts';
import type { NoticeHook } from './post-to-hook.ts';

export interface SchedulerOptions {
  readonly register: Pick<Register, 'expire' | 'deliverNotices'> & Partial<Pick<Register, 'lapseByAge'>>;
  /** The place where each agency wants to be told; `network` and `family` may have one too. */
  readonly hooks?: Readonly<Record<string, NoticeHook>>;
  readonly everyMs?: number;
  /** Told of what failed; it is tried again the next time. */
  readonly onFailure: (error: unknown) => void;
}

const dayMs = 24 * 3_600_000;

/**
 * Runs the register's periodic work: records what has run out and, once a day, what birthdays have done, reminds of reviews that are overdue, delivers notices. Any number of
 * processes may do so beside each other: each record changes once, under its child's lock, and a notice is one deliverer's at a time.
 */
export function startScheduler({ register, hooks = {}, everyMs = 5_000, onFailure }: SchedulerOptions): {
  close(): Promise<void>;
} {
  const agencies = Object.keys(hooks);
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const send: Parameters<Register['deliverNotices']>[0] = async (notice) => {
    const hook = hooks[notice.agency];
    if (hook === undefined) throw new Error('there is no hook for this agency');
    await postNotice(hook, notice);
  };
  let birthdaysFrom = 0;
  const round = async (): Promise<void> => {
    if (register.lapseByAge !== undefined && performance.now() >= birthdaysFrom) {
      await register.lapseByAge();
      birthdaysFrom = performance.now() + dayMs;
    }
    while ((await register.expire()) > 0 && !isClosed);
    if (agencies.length === 0) return;
    while ((await register.deliverNotices(send, { agencies })).delivered > 0 && !isClosed);
  };
  const again = (): void => {
    if (isClosed) return;
    timer = setTimeout(start, everyMs);
    timer.unref();
  };
  let running = Promise.resolve();
  function start(): void {
    running = round().catch(onFailure).then(again);
  }
  start();

  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
