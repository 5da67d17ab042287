import type { Instant } from '@trellis/decision';
import type { Clock, Queryable } from '@trellis/platform';
import { RegisterError } from './error.ts';

/** The database's moment, to the millisecond; development may stop the clock. */
export async function databaseInstant(tx: Queryable, clock: Clock | undefined): Promise<Instant> {
  if (clock !== undefined) return clock.now();
  const { rows } = await tx.query<{ now: number }>(
    'select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now',
    [],
  );
  const [row] = rows;
  if (row === undefined) throw new RegisterError('REGISTER_UNAVAILABLE', 'the database did not tell the time');
  return row.now;
}
