import { alsoAllowed } from '../also-allowed.ts';
import type { Dependencies } from '../dependencies.ts';
import { misfit } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runCommand } from '../run-command.ts';

/**
 * Records a court order, about one child or several. A restricting one binds at once and is confirmed afterwards; a permitting one binds once
 * a second person who gains nothing by it has confirmed it. Returns the record of the first child; each child has its own, and all are
 * confirmed together.
 */
export async function recordOrder(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'order'>> {
  const input = readInput(dependencies.inputs.order, given);
  const to = input.to ?? null;
  if (to !== null && to <= input.from) {
    throw misfit('to', 'WRONG_ORDER', 'must come after `from`');
  }
  const others = [...new Set(input.children ?? [])].filter((each) => each !== input.child);
  const scope = { mutation: 'recordOrder', about: input.child, with: others } as const;
  return runCommand(dependencies, actor, scope, async (context) => {
    const abouts = (await alsoAllowed(context, 'recordOrder', others)).map(({ about }) => about);
    const together = [undefined, ...abouts].map(() => dependencies.newId());
    const record = (id: string, about: string | undefined): Recorded<'order'> =>
      context.write({
        act: 'RECORDED',
        kind: 'order',
        ...(about === undefined ? {} : { about }),
        id,
        agency: actor.agency,
        state: 'UNCONFIRMED',
        body: {
          id,
          decision: input.decision,
          recipients: input.recipients,
          categories: input.categories,
          purposes: input.purposes ?? null,
          from: input.from,
          to,
          court: input.court,
          reference: input.reference,
          // Whether it binds: a restricting order does from now on, and its state says that nobody has confirmed it yet.
          confirmed: input.decision === 'REFUSE',
        },
        detail: { by: actor.user, together, children: [input.child, ...others] },
      });
    const [id = dependencies.newId(), ...more] = together;
    const first = record(id, undefined);
    // Recorded already, it is for every child.
    if (first.id === id) more.forEach((each, index) => record(each, abouts[index]));
    return first;
  });
}
