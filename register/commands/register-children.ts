import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import { keptIds } from '../kept-ids.ts';
import type { Actor, Recorded } from '../records.ts';
import { runCommand } from '../run-command.ts';

/**
 * `registerChild` for many children in one transaction, as loading needs it: at most some hundreds, since all are locked until it is done.
 * Its permission has no condition that depends on the child.
 */
export async function registerChildren(
  dependencies: Dependencies,
  actor: Actor,
  given: readonly unknown[],
): Promise<readonly Recorded<'child'>[]> {
  const inputs = given.map((each) => readInput(dependencies.inputs.registerChild, each));
  const kept = await keptIds(
    dependencies.database,
    inputs.map(({ child }) => child),
  );
  const [about, ...others] = inputs.map(({ child }) => kept(child));
  if (about === undefined) return [];
  return runCommand(dependencies, actor, { mutation: 'registerChild', about, with: others }, (context) =>
    inputs.map(({ child, birthDate, disputed }) =>
      context.write({
        act: 'REGISTERED',
        kind: 'child',
        about: kept(child),
        id: `child:${kept(child)}`,
        body: { birthDate, disputed },
      }),
    ),
  );
}
