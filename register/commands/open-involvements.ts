import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import { keptIds } from '../kept-ids.ts';
import type { Actor, Recorded } from '../records.ts';
import { runCommand } from '../run-command.ts';

/** `openInvolvement` for many children in one transaction, as loading needs it. Its permission has no condition that depends on the child. */
export async function openInvolvements(
  dependencies: Dependencies,
  actor: Actor,
  given: readonly unknown[],
): Promise<readonly Recorded<'involvement'>[]> {
  const inputs = given.map((each) => readInput(dependencies.inputs.involvement, each));
  const kept = await keptIds(
    dependencies.database,
    inputs.map(({ child }) => child),
  );
  const [about, ...others] = inputs.map(({ child }) => kept(child));
  if (about === undefined) return [];
  const { agency } = actor;
  return runCommand(dependencies, actor, { mutation: 'openInvolvement', about, with: others }, (context) =>
    inputs.map(({ child, kind, evidence, assigned }) => {
      const id = dependencies.newId();
      const body = { id, agency, kind, evidence, assigned, from: context.at, to: null };
      return context.write({ act: 'OPENED', kind: 'involvement', about: kept(child), id, agency, state: 'OPEN', body });
    }),
  );
}
