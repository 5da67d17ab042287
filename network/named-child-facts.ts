import type { Consent, Order } from '@trellis/decision';
import type { Requester } from '@trellis/vocabulary';
import type { Ask, NamedFamily, RouteCode } from './named-child.ts';
import { addDays, instantOf } from './population/days.ts';
import { allWorkers } from './population/staff.ts';

/**
 * One requester's question and its answer. Who: a named worker, or `mother of NAME`. Withheld: a field, a colon, and its routes;
 * nothing after the colon means that it is not shared.
 */
export function ask(who: string, purpose: string, answered: readonly string[], withheld: readonly string[]): Ask {
  return {
    requester: who.startsWith('mother of ') ? motherOf(who.slice('mother of '.length)) : workerCalled(who),
    purpose,
    answered,
    withheld: Object.fromEntries(
      withheld.map((line) => {
        const [field = '', routes = ''] = line.split(':');
        return [field, routes.split(' ').filter(isRoute)];
      }),
    ),
  };
}

function isRoute(word: string): word is RouteCode {
  return word === 'CONSENT' || word === 'APPROVAL' || word === 'EMERGENCY';
}

function workerCalled(user: string): Requester {
  const found = allWorkers.find((each) => each.user === user);
  if (found === undefined) throw new Error(`no worker is called ${user}`);
  return { agency: found.agency, role: found.role, user, kind: found.kind };
}

function motherOf(given: string): Requester {
  return { agency: 'family', role: 'parent', user: `mother-${familyKey(given)}`, kind: 'family' };
}

/** The part of a `sub` that says which family a named child's people are of; a `sub` is plain letters. */
export function familyKey(given: string): string {
  return `named-${given
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()}`;
}

type Terms = Pick<Consent, 'id' | 'recipients' | 'purposes' | 'categories'> &
  Partial<Pick<Consent, 'notEvenInEmergency'>>;

/** One decision of one authority, ten days old, without end. */
export function decision(kind: Consent['decision'], by: string, { today }: NamedFamily, terms: Terms): Consent {
  const at = instantOf(addDays(today, -10));
  return {
    decision: kind,
    by,
    // A refusal of the summary refuses the rest as well.
    level: kind === 'PERMIT' ? 'FULL' : 'SUMMARY',
    from: at,
    to: null,
    recordsFrom: null,
    recordsTo: null,
    notEvenInEmergency: false,
    except: [],
    state: 'ACTIVE',
    evidence: 'Signed form',
    language: 'en',
    recordedAt: at,
    ...terms,
  };
}

/** The same decision by both parents: jointly they decide, neither alone. */
export function jointly(kind: Consent['decision'], family: NamedFamily, terms: Terms): Consent[] {
  return [
    decision(kind, family.mother, family, terms),
    decision(kind, family.father, family, { ...terms, id: `${terms.id}-too` }),
  ];
}

/** A court order, confirmed, ten days old, for every purpose. */
export function order(
  id: string,
  { today }: NamedFamily,
  terms: Pick<Order, 'decision' | 'recipients' | 'categories'>,
): Order {
  return {
    id,
    ...terms,
    purposes: null,
    from: instantOf(addDays(today, -10)),
    to: null,
    court: 'Ontario Court of Justice',
    reference: id.toUpperCase(),
    confirmed: true,
  };
}
