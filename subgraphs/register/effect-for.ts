import {
  effectOf,
  involveAll,
  isChildsRole,
  sharesDecision,
  type Act,
  type ChildFacts,
  type Consent,
  type Effect,
  type Recipient,
  type World,
} from '@trellis/decision';
import { droppedOf, seenConsent, type Actor, type Reading, type Recorded } from '@trellis/register';

type Judged = Recorded<'consent'> | Recorded<'order'> | Recorded<'approval'> | Recorded<'standing-approval'>;

/** The state that stood when it was read; the facts are absent for what is about no child. */
type Standing = Pick<Reading, 'rules' | 'network' | 'now'> & { readonly facts?: ChildFacts };

/**
 * Effect of an act as this reader may know it. The network's officers are told by everything that stands. All others are told by the act itself,
 * the rules, the child's age, and what this reader decided, or decides jointly with another: never by what another member of the family, the child, a court or an agency
 * did, so that nobody reads from the effect of an own act who sought help. Involvements are supposed.
 */
export function effectFor(actor: Actor, record: Judged, standing: Standing, records: readonly Recorded[]): Effect {
  const act = actOf(seenBy(actor, record, standing));
  const { rules, network, now } = standing;
  const facts = standing.facts ?? nobody;
  if (actor.agency === 'network' && standing.facts !== undefined) return effectOf({ rules, network, facts }, act, now);
  const own: World = {
    rules,
    network: { ...network, standingApprovals: [] },
    facts: ownFacts(actor, record, standing, records),
  };
  const involved = record.kind === 'approval' ? own : involveAll(own, recipientsOf(record), now);
  return effectOf(involved, act, now);
}

/** A record as its reader may know it: whoever hid where a child is is not told that it binds nobody, since that would say that an investigation names them. */
function seenBy(actor: Actor, record: Judged, { rules }: Standing): Judged {
  if (record.kind === 'consent') return seenConsent(actor, record, rules);
  const isOwnHiding = record.kind === 'order' && actor.kind === 'family' && record.detail['by'] === actor.user;
  return isOwnHiding && record.state === 'UNCONFIRMED'
    ? { ...record, body: { ...record.body, confirmed: true } }
    : record;
}

function actOf(record: Judged): Act {
  switch (record.kind) {
    case 'consent':
      return { kind: 'CONSENT', fact: record.body };
    case 'order':
      return { kind: 'ORDER', fact: record.body, ended: record.state === 'ENDED' ? 'OVER' : undefined };
    case 'approval':
      return { kind: 'APPROVAL', fact: record.body, ended: isTakenBack(record) ? 'WITHDRAWN' : undefined };
    case 'standing-approval': {
      const { withdrawnAt, confirmed } = record.body;
      const why = droppedOf(record)?.outcome === 'DECLINED' ? 'DECLINED' : 'WITHDRAWN';
      const ended = withdrawnAt === undefined ? undefined : why;
      return { kind: 'STANDING_APPROVAL', fact: record.body, waits: confirmed === false, ended };
    }
  }
}

/** Whether somebody took an approval, or the request for it, back; one that lapsed by itself is over. */
function isTakenBack({ body, detail }: Recorded<'approval'>): boolean {
  return body.state === 'LAPSED' && typeof detail['withdrawnBy'] === 'string';
}

function recipientsOf(record: Judged): readonly Recipient[] {
  return record.kind === 'consent' || record.kind === 'order' ? record.body.recipients : [record.body.recipient];
}

function ownFacts(actor: Actor, record: Judged, standing: Standing, records: readonly Recorded[]): ChildFacts {
  const facts = standing.facts ?? nobody;
  const isChild = actor.kind === 'family' && isChildsRole(standing.rules, actor.role);
  const held = facts.authorities.filter(({ holder }) => actor.kind === 'family' && holder === actor.user);
  // Whoever decides jointly reads what the other decided, and so may read its effect.
  const isShared = ({ by, categories }: Consent): boolean => {
    const giver = facts.authorities.find(({ id }) => id === by);
    return (
      giver !== undefined &&
      held.some((own) => own.id === by || sharesDecision(standing.rules, { categories }, giver, own))
    );
  };
  const consents = records.filter((each): each is Recorded<'consent'> => each.kind === 'consent');
  const seen = new Map(consents.map((each) => [each.id, seenConsent(actor, each, standing.rules).body]));
  // In a family those who decide together are known by their authorities; who else confirmed it is not theirs to know.
  const together = new Set(
    (actor.kind === 'family' ? [] : consents).flatMap(({ id, detail }) =>
      detail['confirms'] === record.id || record.detail['confirms'] === id ? [id] : [],
    ),
  );
  return {
    ...facts,
    consents: facts.consents
      .filter((each) => isShared(each) || together.has(each.id) || each.id === record.id)
      .map((each) => seen.get(each.id) ?? each),
    authorities: facts.authorities.filter(
      (each) => isChild || standing.rules.authorityKinds.get(each.kind)?.self === false,
    ),
    orders: [],
    // Who is asked to approve, and who asks, may know how whoever asks works with the child.
    involvements:
      record.kind === 'approval'
        ? facts.involvements.filter(({ agency }) => agency === record.body.recipient.agency)
        : [],
    approvals: [],
    emergencies: [],
    // That a person is named by an investigation, or was found to do harm by reading, is told by no effect.
    relations: [],
    harmRefusals: [],
  };
}

/** A child of whom nothing is recorded: what a protocol would do for any child that it fits. */
const nobody: ChildFacts = Object.freeze({
  child: '',
  version: 0,
  birthDate: null,
  consents: [],
  authorities: [],
  orders: [],
  involvements: [],
  approvals: [],
  emergencies: [],
});
