import { channel } from 'node:diagnostics_channel';
import type { Logger } from 'pino';
import { exchangeFailureReasons } from './exchange-failure.ts';
import type { ExchangeFailure, OnExchangeFailure } from './exchange-failure.ts';

/** Published for every failure: tracing libraries subscribe to it (`node:diagnostics_channel`) and mark the span of the request. */
const failed = channel('trellis.exchange.failed');

/** Tells operators of each failed exchange: a line of the log, a counter, and the channel `trellis.exchange.failed`. */
export function reportExchangeFailures(
  logger: Pick<Logger, 'warn'>,
  metrics: { exchangeFailed(failure: ExchangeFailure): void },
): OnExchangeFailure {
  return (failure) => {
    metrics.exchangeFailed(failure);
    failed.publish(failure);
    const { agency, coordinate, reason } = failure;
    const why = exchangeFailureReasons[reason];
    logger.warn({ agency, coordinate, reason, why }, 'an exchange with an agency failed');
  };
}
