import type { CompiledRules } from '@trellis/decision';
import { databaseInstant } from './database-instant.ts';
import type { Dependencies } from './dependencies.ts';

/** The rule set that is live at this moment. */
export async function liveRules({ network, clock, database }: Dependencies): Promise<CompiledRules> {
  const { rules } = await network.read(clock?.now() ?? (await databaseInstant(database, undefined)));
  return rules;
}
