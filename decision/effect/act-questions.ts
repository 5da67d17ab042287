import type { Requester, Vocabulary } from '@trellis/vocabulary';
import type { Question } from '../decision.ts';
import type { ConsentException, Instant, Recipient } from '../facts.ts';
import { knowsRecipient, unservedPurpose } from '../known.ts';
import type { Act, World } from './effect.ts';

/** A `sub` no token carries: stands for anyone of an agency and role whom no fact names. */
export const anyone = ' anyone';

/** Every question that an act could answer otherwise: whom it names, in each role, for each purpose that it names. */
export function* actQuestions(world: World, act: Act, now: Instant): Generator<Question> {
  const { vocabulary } = world.rules;
  for (const recipient of reachedBy(act, vocabulary)) {
    for (const requester of requestersOf(recipient, world, act)) {
      for (const purpose of purposesOf(act, vocabulary)) yield { requester, purpose, now };
    }
  }
}

/** Whom an act reaches: whom it names, and everybody where it names nobody or somebody who cannot be read, since such a refusal refuses all. */
function reachedBy(act: Act, vocabulary: Vocabulary): readonly Recipient[] {
  const named = recipientsOf(act);
  if (named.length > 0 && named.every((each) => knowsRecipient(each, vocabulary))) return named;
  return [...vocabulary.agencies, 'network', 'family'].map((agency) => ({ agency }));
}

/** Whom an act names; an approval is for one person. */
export function recipientsOf({ kind, fact }: Act): readonly Recipient[] {
  return kind === 'CONSENT' || kind === 'ORDER' ? fact.recipients : [fact.recipient];
}

function purposesOf({ kind, fact }: Act, { purposes }: Vocabulary): readonly string[] {
  if (kind === 'APPROVAL') return [fact.purpose];
  const named = fact.purposes ?? [];
  const isRead = named.length > 0 && named.every((each) => purposes.has(each));
  return isRead ? named : [...purposes.keys()].filter((purpose) => purpose !== unservedPurpose);
}

function requestersOf({ agency, role, user }: Recipient, world: World, act: Act): readonly Requester[] {
  const { roles } = world.rules.vocabulary;
  const isFamily = agency === 'family';
  const own = isFamily ? (roles['family'] ?? []) : [...(roles[agency] ?? []), ...(roles['network'] ?? []), 'system'];
  const users = user === undefined ? usersOf(agency, world, act) : [user];
  return (role === undefined ? [...new Set(own)] : [role]).flatMap((each) =>
    kindsOf(isFamily, each).flatMap((kind) => users.map((name) => ({ agency, role: each, user: name, kind }))),
  );
}

function kindsOf(isFamily: boolean, role: string): readonly Requester['kind'][] {
  if (isFamily) return ['family'];
  return role === 'system' ? ['system'] : ['worker', 'officer'];
}

/** The people of an agency, or of the family, whom the facts or an exception in the act name, and anyone else. */
function usersOf(agency: string, { facts }: World, act: Act): readonly string[] {
  const own = [
    ...facts.involvements.filter((each) => each.agency === agency).flatMap(({ assigned }) => assigned),
    ...facts.emergencies.filter((each) => each.agency === agency).map(({ user }) => user),
    ...facts.approvals
      .filter(({ recipient }) => recipient.agency === agency)
      .flatMap(({ recipient }) => recipient.user ?? []),
    ...(agency === 'family' ? facts.authorities.map(({ holder }) => holder) : []),
    ...(act.kind === 'CONSENT' ? usersNamed(act.fact) : []),
  ];
  return [...new Set([anyone, ...own])];
}

function usersNamed({ recipients = [], except = [] }: ConsentException): readonly string[] {
  return [...recipients.flatMap(({ user }) => user ?? []), ...except.flatMap(usersNamed)];
}
