import { againstMerge } from './against-merge.ts';
import { checkLinkage } from './check-linkage.ts';
import type { Dependencies } from './dependencies.ts';
import { recordsAbout } from './records-about.ts';
import type { Actor, Linkage, Recorded } from './records.ts';
import { runCommand } from './run-command.ts';

/** Proposes a merge or a split; nothing changes until another officer confirms it. */
export function proposeLinkage(
  dependencies: Dependencies,
  actor: Actor,
  mutation: 'mergeChildren' | 'splitChild',
  { reason, ...proposal }: Pick<Linkage, 'kept' | 'other' | 'records'> & { readonly reason: string },
): Promise<Recorded<'linkage'>> {
  return runCommand(
    dependencies,
    actor,
    { mutation, about: proposal.kept, with: [proposal.other] },
    async (context) => {
      const act = mutation === 'mergeChildren' ? 'MERGE' : 'SPLIT';
      // Its own id, whatever was proposed of these children before: who confirms it confirms this and nothing else.
      const body: Linkage = { id: dependencies.newId(), act, ...proposal, state: 'PROPOSED', doneAt: null };
      await checkLinkage(context, body);
      const { kept, other } = proposal;
      const own = { child: kept, records: context.records };
      const theirs = { child: other, records: await recordsAbout(context.tx, other) };
      const against = act === 'MERGE' ? await againstMerge(context.tx, own, theirs) : [];
      return context.write({
        act: `${act}_PROPOSED`,
        kind: 'linkage',
        id: body.id,
        state: body.state,
        body,
        detail: { by: actor.user, reason, against },
      });
    },
  );
}
