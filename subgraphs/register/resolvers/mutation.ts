import type { RegisterDependencies } from '../dependencies.ts';
import { decisionMutations } from './mutation/decisions.ts';
import { upkeepMutations } from './mutation/upkeep.ts';
import { workMutations } from './mutation/work.ts';

/** Acts of people on the register. Each is one command of it; what it returns is binding on every gateway. */
export function mutationResolvers(dependencies: Pick<RegisterDependencies, 'register' | 'ledger' | 'vocabulary'>) {
  return { ...decisionMutations(dependencies), ...workMutations(dependencies), ...upkeepMutations(dependencies) };
}
