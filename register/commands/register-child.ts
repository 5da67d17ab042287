import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import { keepNames } from '../keep-names.ts';
import type { Actor, Recorded } from '../records.ts';
import { runCommand } from '../run-command.ts';

/**
 * Records when a child was born, or that it is disputed, which means the strictest age; and the names it can be found by in an emergency,
 * which take the place of those kept before.
 */
export async function registerChild(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'child'>> {
  const { child, birthDate, disputed, names } = readInput(dependencies.inputs.registerChild, given);
  return runCommand(dependencies, actor, { mutation: 'registerChild', about: child }, async (context) => {
    if (names != null) await keepNames(context.tx, [{ child, names }]);
    return context.write({ act: 'REGISTERED', kind: 'child', id: `child:${child}`, body: { birthDate, disputed } });
  });
}
