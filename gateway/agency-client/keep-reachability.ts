import type { Exchanges, Register } from '@trellis/register';
import type { Logger } from 'pino';
import type { ExchangeFailure } from './exchange-failure.ts';

/** Milliseconds from the first exchange that was not yet noted until all are: officers need to know to the minute. */
const usualDelayMs = 15_000;

export interface KeptReachability {
  /** Told of each reply as the client to the agencies is: how it ended, and how long it took. */
  answered(agency: string, outcome: string, seconds: number): void;
  failed(failure: ExchangeFailure): void;
  /** Forgets what was not yet noted. */
  close(): void;
}

/**
 * Keeps what this gateway meets at each agency and notes it in the register from time to time, for officers to see whether an agency answers.
 * No request waits for it, and none fails with it.
 */
export function keepReachability(
  register: Pick<Register, 'noteExchanges'>,
  logger: Pick<Logger, 'warn'>,
  delayMs = usualDelayMs,
): KeptReachability {
  let met = new Map<string, Exchanges>();
  let timer: NodeJS.Timeout | undefined;
  const note = async (): Promise<void> => {
    timer = undefined;
    const exchanges = [...met.values()];
    met = new Map();
    await register.noteExchanges(exchanges);
  };
  const put = (agency: string, own: Partial<Exchanges>): void => {
    met.set(agency, { agency, answered: false, failure: null, ...met.get(agency), ...own });
    timer ??= setTimeout(() => {
      // The requests after this say more of a register that is away.
      note().catch(() => logger.warn('what was met at the agencies could not be noted in the register'));
    }, delayMs).unref();
  };
  return {
    answered(agency, outcome) {
      if (outcome === 'answered') put(agency, { answered: true });
    },
    failed: ({ agency, reason }) => put(agency, { failure: reason }),
    close: () => clearTimeout(timer),
  };
}
