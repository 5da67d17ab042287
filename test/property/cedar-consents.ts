import type { Consent, ConsentException, Recipient } from '@trellis/decision';
import { cedarAuthority, dayNumber, isCalendarDay, today } from './cedar-authority.ts';
import {
  all,
  any,
  asInSummary,
  constant,
  inCategories,
  inFull,
  inSummary,
  is,
  isOneOf,
  no,
  not,
  yes,
  type Expression,
} from './cedar-words.ts';
import type { World } from './generate-world.ts';

const isRecordDated: Expression = 'context.dated';
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The day it is somewhere at an instant, as a number. */
export function cedarDayOf(timeZone: string, instant: number): number {
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  calendars.set(timeZone, calendar);
  return dayNumber(calendar.format(instant));
}

/** The consents of a world as Cedar expressions: what they consent to, refuse and lock. */
export function cedarConsents(world: Omit<World, 'question'>) {
  const { vocabulary, ruleSet, facts } = world;
  const authority = cedarAuthority(world);

  const isKnown = ({ agency, role }: Recipient): boolean => {
    const own = vocabulary.roles[agency] ?? [];
    const roles = agency === 'family' ? own : [...own, 'system', 'privacy-officer'];
    return (
      ['family', 'network', ...vocabulary.agencies].includes(agency) && (role === undefined || roles.includes(role))
    );
  };
  const matches = ({ agency, role, user }: Recipient): Expression =>
    all(is('agency', agency), role === undefined ? yes : is('role', role), user === undefined ? yes : is('user', user));
  const isClear = (node: ConsentException, depth = 1): boolean =>
    depth <= 8 &&
    (node.recipients ?? []).every(isKnown) &&
    (node.purposes ?? []).every((each) => vocabulary.purposes.has(each)) &&
    (node.categories ?? []).every((code) =>
      vocabulary.categories.some((each) => each.code === code || each.domain === code),
    ) &&
    (node.except ?? []).every((each) => isClear(each, depth + 1));
  const permits = (node: ConsentException, anyPurpose = false): Expression =>
    isClear(node)
      ? all(
          node.recipients ? any(...node.recipients.map(matches)) : yes,
          node.purposes ? any(...node.purposes.map((each) => is('purpose', each))) : yes,
          node.categories ? inCategories(node.categories) : yes,
          ...(node.except ?? []).map((each) => not(refuses(each, anyPurpose))),
        )
      : no;
  /** `anyPurpose`: whatever purpose it names, as a lock does. */
  const names = (
    { recipients = [], purposes = [], categories = [] }: ConsentException,
    anyPurpose = false,
  ): Expression =>
    all(
      recipients.length === 0 || !recipients.every(isKnown) ? yes : any(...recipients.map(matches)),
      anyPurpose || purposes.length === 0 || !purposes.every((each) => vocabulary.purposes.has(each))
        ? yes
        : any(...purposes.map((each) => is('purpose', each))),
      categories.length === 0 ? yes : inCategories(categories),
    );
  const refuses = (node: ConsentException, anyPurpose = false): Expression =>
    all(names(node, anyPurpose), ...(node.except ?? []).map((each) => not(permits(each, anyPurpose))));

  const isOdd = ({ from, to }: Consent) => Number.isNaN(from) || (to !== null && !(from < to));
  const holds = ({ from, to }: Consent): Expression =>
    all(`context.now >= ${from}`, to === null ? yes : `context.now < ${to}`);
  const isOddDays = ({ recordsFrom, recordsTo }: Consent) =>
    [recordsFrom, recordsTo].some((day) => day !== null && !isCalendarDay(day)) ||
    (recordsFrom !== null && recordsTo !== null && recordsFrom >= recordsTo);
  const isDated = ({ recordsFrom, recordsTo }: Consent) => recordsFrom !== null || recordsTo !== null;
  const onItsDays = ({ recordsFrom, recordsTo }: Consent): Expression =>
    any(
      not(isRecordDated),
      all(
        recordsFrom === null ? yes : `context.recordedOn >= ${dayNumber(recordsFrom)}`,
        recordsTo === null ? yes : `context.recordedOn < ${dayNumber(recordsTo)}`,
      ),
    );
  const isLegible = (consent: Consent): Expression =>
    isOdd(consent) || isOddDays(consent) ? no : isDated(consent) ? isRecordDated : yes;
  const speaks = (consent: Consent): Expression =>
    ['PROPOSED', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED'].includes(consent.state)
      ? no
      : isOdd(consent)
        ? yes
        : all(holds(consent), isOddDays(consent) ? yes : onItsDays(consent));
  const saysYes = (consent: Consent): Expression =>
    all(
      constant(consent.decision === 'PERMIT' && consent.state === 'ACTIVE'),
      isLegible(consent),
      speaks(consent),
      consent.level === 'FULL' ? yes : inSummary,
      permits(consent),
    );
  const urgent = isOneOf(
    'purpose',
    [...vocabulary.purposes].filter(([, { hl7 }]) => hl7 === 'BTG').map(([code]) => code),
  );
  const saysNoTo = (consent: Consent, anyPurpose: boolean): Expression =>
    consent.decision === 'PERMIT'
      ? all(
          speaks(consent),
          names(consent, anyPurpose),
          any(...consent.except.map((each) => refuses(each, anyPurpose))),
        )
      : all(speaks(consent), consent.level === 'SUMMARY' ? yes : inFull, refuses(consent, anyPurpose));
  const saysNo = (consent: Consent, lock = false): Expression => {
    if (lock) return saysNoTo(consent, true);
    const inEmergency = consent.notEvenInEmergency ? all(urgent, saysNoTo(consent, true)) : no;
    return any(saysNoTo(consent, false), inEmergency);
  };

  const rowOf = (consent: Consent) => authority.rows.find(({ id }) => id === consent.by);
  const isOwn = (consent: Consent) => {
    const row = rowOf(consent);
    return row !== undefined && !Number.isNaN(consent.recordedAt) && authority.isSelf(row);
  };
  const isSound = (consent: Consent): Expression =>
    rowOf(consent) !== undefined && !Number.isNaN(consent.recordedAt) && isClear(consent)
      ? all(isLegible(consent), authority.isAgeKnown(today))
      : no;
  const maySayYes = (consent: Consent): Expression => {
    const row = rowOf(consent);
    if (!row || Number.isNaN(consent.recordedAt) || authority.rows.length < facts.authorities.length) return no;
    return all(saysYes(consent), authority.mayConsent(row, today));
  };
  const saidYes = (consent: Consent): Expression => {
    const row = rowOf(consent);
    if (!row) return no;
    const naming = authority.rows.filter(({ jointWith }) => jointWith.includes(row.id)).map(({ id }) => id);
    const partners = [...new Set([...row.jointWith, ...naming])].filter((id) => id !== row.id);
    return all(
      maySayYes(consent),
      ...partners.map((id) => {
        const partner = authority.rows.find((each) => each.id === id);
        const given = facts.consents.filter(({ by }) => by === id).map(maySayYes);
        return partner ? any(not(authority.mayJoin(partner, today)), ...given) : no;
      }),
    );
  };
  const saidNo = (consent: Consent, lock = false): Expression => {
    const row = rowOf(consent);
    return row ? all(saysNo(consent, lock), authority.mayRefuse(row, today)) : no;
  };
  const decidedBy = (consents: readonly Consent[]): Expression =>
    any(...consents.map((each) => any(saidYes(each), each.unconfirmed ? no : all(isSound(each), saidNo(each)))));
  const decidedByChild = decidedBy(facts.consents.filter(isOwn));
  const decided = decidedBy(facts.consents);

  const refusal = (consent: Consent, lock = false): Expression => {
    const row = rowOf(consent);
    if (!row || Number.isNaN(consent.recordedAt)) return saysNo(consent, lock);
    const recordedOn = cedarDayOf(ruleSet.timeZone, consent.recordedAt);
    const then = authority.mayRefuse(row, recordedOn, row.suspended ? row.id : undefined);
    const said = saidNo(consent, lock);
    const counts = isOwn(consent) ? said : all(said, not(decidedByChild));
    const stays = all(saysNo(consent, lock), then);
    return any(
      all(not(isSound(consent)), any(said, stays)),
      all(isSound(consent), any(counts, all(stays, not(said), not(decided)))),
    );
  };
  return {
    authority,
    matches,
    isKnown,
    permits,
    names,
    /** Somebody of one of these kinds has consented; of whatever kind, where none is named. */
    consentedBy: (kinds: readonly string[]): Expression =>
      any(
        ...facts.consents
          .filter((each) => kinds.length === 0 || kinds.some((kind) => rowOf(each)?.kind === kind))
          .map((each) => (isOwn(each) ? saidYes(each) : all(saidYes(each), not(decidedByChild)))),
      ),
    urgent,
    refused: any(...facts.consents.map((each) => refusal(each))),
    /** What is locked in the summary is locked in full. */
    locked: (lockableBy: readonly string[]): Expression =>
      any(
        ...facts.consents
          .filter(({ notEvenInEmergency }) => notEvenInEmergency)
          .filter((each) => (rowOf(each) ? lockableBy.includes(rowOf(each)!.kind) : lockableBy.length > 0))
          .flatMap((each) => [refusal(each, true), asInSummary(refusal(each, true))]),
      ),
  };
}
