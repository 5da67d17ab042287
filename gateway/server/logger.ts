import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * Structured logs, one JSON object a line. What may be in a line is what its caller names: codes, counts, times, the disclosure
 * id. Never a query, a variable, a token, a child or a person. Lines are written in batches, at the latest each second.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const stream = destination ?? pino.destination({ dest: 1, sync: false, minLength: 4_096, periodicFlush: 1_000 });
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);
}

/** For Apollo’s libraries: that something was said, and how loudly, without what. Their texts may quote a request. */
export function quietLogger(logger: Logger) {
  const say = (level: 'debug' | 'info' | 'warn' | 'error') => () => {
    logger[level]({ from: 'apollo' }, 'message withheld');
  };
  return { debug: () => undefined, info: () => undefined, warn: say('warn'), error: say('error') };
}
