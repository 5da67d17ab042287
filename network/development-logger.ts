import { createLogger } from '@trellis/gateway';

type Level = Parameters<typeof createLogger>[0];

const levels: readonly Level[] = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];

/** The development network's log, on stderr: from `warn` up unless `LOG_LEVEL` names another level. */
export function createDevelopmentLogger(named = 'warn'): ReturnType<typeof createLogger> {
  return createLogger(levels.find((level) => level === named) ?? 'warn', process.stderr);
}
