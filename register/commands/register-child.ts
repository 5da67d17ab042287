import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runCommand } from '../run-command.ts';

/** Records when a child was born, or that it is disputed, which means the strictest age. */
export async function registerChild(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'child'>> {
  const { child, birthDate, disputed } = readInput(dependencies.inputs.registerChild, given);
  return runCommand(dependencies, actor, { mutation: 'registerChild', about: child }, (context) =>
    context.write({ act: 'REGISTERED', kind: 'child', id: `child:${child}`, body: { birthDate, disputed } }),
  );
}
