import type { Order, Recipient } from '@trellis/decision';
import { alsoAllowed } from '../also-allowed.ts';
import type { ConditionContext } from '../conditions.ts';
import type { Dependencies } from '../dependencies.ts';
import { forbidden, misfit, RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import { isAlleged } from '../is-alleged.ts';
import { isByCourt } from '../is-by-court.ts';
import { ofKind } from '../record-kind.ts';
import type { Actor, Recorded } from '../records.ts';
import { type CommandContext, runCommand } from '../run-command.ts';

/**
 * Hides from a family at once where a child, and the siblings named, live, learn and are seen. It is a restricting order without a court: it
 * binds when it is recorded, is confirmed afterwards, and ends once two people say so. One that a family member made holds for seven days unless
 * an officer confirms it: whoever is in danger is safe tonight, and no parent hides a child from the other for long alone. The child itself, whoever asks as a member of the
 * family, and those named as safe go on reading what they may read. Returns the record of the first child; the same again changes nothing. Asked by somebody whom an open
 * investigation names it binds nobody unless an officer confirms it, and is answered like any other: no refusal tells them that they are named.
 */
export async function hideWhereabouts(
  dependencies: Dependencies,
  actor: Actor,
  given: unknown,
): Promise<Recorded<'order'>> {
  const input = readInput(dependencies.inputs.whereabouts, given);
  const [child, ...rest] = [...new Set(input.children)];
  if (child === undefined) throw misfit('children', 'MALFORMED', 'does not fit');
  const safe = [...new Set([...(input.safe ?? []), ...(actor.kind === 'family' ? [actor.user] : [])])].sort();
  const scope = { mutation: 'hideWhereabouts', about: child, with: rest } as const;
  return runCommand(dependencies, actor, scope, async (context) => {
    const others = await alsoAllowed(context, 'hideWhereabouts', rest);
    const all = [{ ...context, about: undefined }, ...others];
    const binds = !all.some(isAlleged);
    const hidden = all.map((each): Hidden => ({
      ...each,
      id: dependencies.newId(),
      binds,
      standing: standingFor({ ...each, binds }, recipientsFor(each, safe)),
    }));
    const together = hidden.map(({ id, standing }) => standing?.id ?? id);
    const detail = { by: actor.user, together, children: [child, ...rest], reason: input.reason, safe };
    const [first] = hidden.map((each) => each.standing ?? hide(context, each, detail));
    if (first === undefined) throw forbidden();
    return first;
  });
}

/** Milliseconds that something hidden by a family member alone stays hidden. */
const unconfirmedMs = 7 * 24 * 3_600_000;

/** One child to be hidden, with the order that hides it already, if any. */
interface Hidden extends ConditionContext {
  readonly about: string | undefined;
  readonly id: string;
  /** False where an open investigation names whoever asks: it hides nothing from the others. */
  readonly binds: boolean;
  readonly standing: Recorded<'order'> | undefined;
}

interface HidingDetail extends Readonly<Record<string, unknown>> {
  readonly safe: readonly string[];
}

function hide(context: CommandContext, child: Hidden, detail: HidingDetail): Recorded<'order'> {
  const { actor, at } = context;
  const recipients = recipientsFor(child, detail.safe);
  // An order that names no recipient would be read as one against everybody.
  if (recipients.length === 0) throw new RegisterError('CONFLICT', '`safe` names everybody of this family');
  const body: Order = {
    id: child.id,
    decision: 'REFUSE',
    recipients,
    categories: whereaboutsOf(child),
    purposes: null,
    from: at,
    to: actor.kind === 'family' ? at + unconfirmedMs : null,
    court: 'none',
    reference: 'hideWhereabouts',
    confirmed: child.binds,
  };
  return context.write({
    act: 'RECORDED',
    kind: 'order',
    ...(child.about === undefined ? {} : { about: child.about }),
    id: child.id,
    agency: agencyOf(actor),
    state: 'UNCONFIRMED',
    body,
    detail,
  });
}

/**
 * An order by which this person, or this agency, hides the same from the same people already. Nobody learns that another of the family has done so; and what an agency hides
 * does not end with what a member hid for a week.
 */
function standingFor(
  child: ConditionContext & Pick<Hidden, 'binds'>,
  recipients: readonly Recipient[],
): Recorded<'order'> | undefined {
  const scope = (all: readonly Recipient[], categories: readonly string[]): string =>
    [...all.map(({ role, user }) => `${role ?? ''} ${user ?? ''}`), ...categories].join();
  return ofKind(child.records, 'order').find(
    (order) =>
      !isByCourt(order) &&
      order.state !== 'ENDED' &&
      isOwn(child.actor, order) &&
      order.body.confirmed === child.binds &&
      (order.body.to === null || child.at < order.body.to) &&
      scope(order.body.recipients, order.body.categories) === scope(recipients, whereaboutsOf(child)),
  );
}

/** No family member is asked to confirm one: the network is. */
const agencyOf = ({ kind, agency }: Actor): string => (kind === 'family' ? 'network' : agency);

function isOwn(actor: Actor, { agency, detail }: Recorded<'order'>): boolean {
  return agency === agencyOf(actor) && (actor.kind !== 'family' || detail['by'] === actor.user);
}

/** The categories that the live rules name; where they name none, all of them. */
function whereaboutsOf({ rules }: ConditionContext): readonly string[] {
  const named = rules.ruleSet.familySafety.flatMap((rule) => ('whereabouts' in rule ? rule.whereabouts : []));
  return named.length > 0 ? [...new Set(named)] : rules.vocabulary.categories.map(({ code }) => code);
}

/** Every role of a family but the child's own, whoever holds it; where somebody safe holds it, the others who hold it or may come to. */
function recipientsFor({ rules, records }: ConditionContext, safe: readonly string[]): readonly Recipient[] {
  const kinds = rules.authorityKinds;
  const own = new Set([...kinds.values()].flatMap(({ self, family }) => (self && family !== null ? [family] : [])));
  const holders = ofKind(records, 'authority').map(({ body: { holder, kind } }) => ({
    holder,
    role: kinds.get(kind)?.family ?? null,
  }));
  return (rules.vocabulary.roles['family'] ?? [])
    .filter((role) => !own.has(role))
    .flatMap((role): readonly Recipient[] => {
      const inRole = [...new Set(holders.filter((each) => each.role === role).map(({ holder }) => holder))];
      if (!inRole.some((holder) => safe.includes(holder))) return [{ agency: 'family', role }];
      return inRole
        .filter((holder) => !safe.includes(holder))
        .sort()
        .map((user) => ({ agency: 'family', role, user }));
    });
}
