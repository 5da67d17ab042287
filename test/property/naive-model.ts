// The decision said again, one category at a time: no sets, nothing kept, none of the engine's code. Slow and plain on purpose; the
// engine must agree with it on every generated case.
import type { Level } from '@trellis/vocabulary';
import type { Authority, Consent, ConsentException, Order, Reach, Recipient, SharingRule } from '@trellis/decision';
import type { World } from './generate-world.ts';

/** The line that decides on one category at one level; 0 where there is nobody to decide for. */
export type Naive = (category: string, level: Level) => number;
type May = 'CONSENT' | 'REFUSE' | 'EITHER';
/** Whether something is so for sure, and whether it may be: they differ only where the child's age is unknown. */
type Sure = { sure: boolean; maybe: boolean };
type Span = { from: number; to: number | null };
// Making a calendar takes longer than a whole decision.
const calendar = (timeZone: string) => [timeZone, new Intl.DateTimeFormat('sv', { timeZone })] as const;
const calendars = new Map(['America/Toronto', 'UTC', 'Asia/Kolkata'].map(calendar));
// One condition a line reads better here than one operand a line.
// prettier-ignore
export function naiveModel({ vocabulary, ruleSet, network, facts, question }: World): Naive {
  const { requester, purpose, now, recordedOn } = question;
  const dayOf = (instant: number): string => calendars.get(ruleSet.timeZone)!.format(instant);
  const today = dayOf(now);
  const isReal = (day: unknown, [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(day)) ?? []) =>
    Number(date) > 0 && new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))).getUTCMonth() === Number(month) - 1;
  const [isBorn, isDated] = [isReal(facts.birthDate), isReal(recordedOn)];
  const domainOf = (code: string) => code.slice(0, code.indexOf('.'));
  const named = (codes: readonly string[], category: string) => codes.includes(category) || codes.includes(domainOf(category));
  const [agencies, purposes] = [['family', 'network', ...vocabulary.agencies], [...vocabulary.purposes.keys()]];
  const knowsAgency = (agency: string) => agencies.includes(agency);
  const rolesOf = (agency: string) =>
    [...(vocabulary.roles[agency] ?? []), ...(agency === 'family' ? [] : ['system', ...(vocabulary.roles['network'] ?? [])])];
  const knowsRole = (agency: string, role: string) => knowsAgency(agency) && rolesOf(agency).includes(role);
  const knows = ({ agency, role }: Recipient) => (role === undefined ? knowsAgency(agency) : knowsRole(agency, role));
  const knowsCategory = (code: string) => vocabulary.categories.some((each) => each.code === code || each.domain === code);
  const is = ({ agency, role, user }: Recipient) =>
    agency === requester.agency && (role ?? requester.role) === requester.role && (user ?? requester.user) === requester.user;
  const odd = ({ from, to }: Span) => Number.isNaN(from) || (to !== null && !(to > from));
  const holds = ({ from, to }: Span) => !odd({ from, to }) && now >= from && !(to !== null && now >= to);

  // Who may decide.
  const rows = facts.authorities.filter((row) => ruleSet.authorities.some(({ kind }) => kind === row.kind) && isReal(row.from) &&
    (row.domains ?? []).every((domain) => vocabulary.categories.some((each) => each.domain === domain)) &&
    (row.to === null || (isReal(row.to) && row.to > row.from)));
  const kindOf = (row: Authority) => ruleSet.authorities.find(({ kind }) => kind === row.kind)!;
  const isSelf = (row: Authority) => kindOf(row).decides === 'SELF';
  const stands = (row: Authority, day: string, heldBy = '') => (!row.suspended || row.id === heldBy) && row.from <= day && !(row.to !== null && row.to <= day);
  const covers = (row: Authority, category: string) => row.domains === null || row.domains.includes(domainOf(category));
  const birthYear = Number(facts.birthDate?.slice(0, 4));
  const anniversary = (years: number) => `${birthYear + years}${facts.birthDate!.slice(4)}`;
  const ages = (day: string): [number, number] => {
    if (!isBorn || facts.birthDate! > day) return [0, (ruleSet.ageUnknownBelow ?? 1000) - 1];
    let age = Math.max(0, Number(day.slice(0, 4)) - birthYear - 1);
    while (anniversary(age + 1) <= day) age += 1;
    return [age, age];
  };
  const meant = (may: May, reach: Reach, category: string) => (may === 'EITHER' || reach.may.includes(may)) &&
    reach.categories.includes(category) && reach.of.includes(vocabulary.categories.find(({ code }) => code === category)!.of);
  const ofAge = ({ fromAge, toAge }: Reach, sure: boolean, day: string) =>
    ages(day)[sure ? 0 : 1] >= (fromAge ?? 0) && ages(day)[sure ? 1 : 0] < (toAge ?? 1e9);
  /** Whether the child itself may decide. */
  const child = (category: string, may: May, day: string, heldBy = ''): Sure => {
    const [low, high] = ages(day);
    const capable = (sure: boolean) => ruleSet.authorities.some((kind) => kind.decides === 'SELF' && kind.reach.some((reach) => {
      if (!ofAge(reach, sure, day) || !meant(may, reach, category)) return false;
      const findings = rows.filter((row) => row.kind === kind.kind && stands(row, day, heldBy));
      if (findings.some((row) => covers(row, category))) return true;
      if (reach.presumedFrom === null || (sure ? low : high) < reach.presumedFrom) return false;
      return low !== high || !findings.some((row) => row.from >= anniversary(reach.presumedFrom!));
    }));
    return { sure: capable(true), maybe: capable(false) };
  };
  /** Whether somebody deciding for the child reaches a category, whoever ranks before. */
  const other = (row: Authority, category: string, may: May, day: string, heldBy = ''): Sure => {
    const [low, high] = ages(day);
    if (!stands(row, day, heldBy) || !covers(row, category)) return { sure: false, maybe: false };
    const own = child(category, 'EITHER', day, heldBy);
    const parts = kindOf(row).reach.filter((reach) => meant(may, reach, category));
    const yielded = (at: number | null, age: number, taken: boolean) => at !== null && age >= at && taken;
    const sure = parts.some((reach) => ofAge(reach, true, day) && !yielded(reach.yieldsAt, high, own.maybe));
    return { sure, maybe: parts.some((reach) => ofAge(reach, false, day) && !yielded(reach.yieldsAt, low, own.sure)) };
  };
  const reaches = (row: Authority, category: string, may: May, day: string, heldBy = ''): Sure => !isSelf(row)
    ? other(row, category, may, day, heldBy)
    : stands(row, day, heldBy) ? child(category, may, day, heldBy) : { sure: false, maybe: false };
  const entitled = (row: Authority, category: string, may: 'CONSENT' | 'REFUSE', day: string, heldBy = ''): boolean => {
    const [which, blocks] = may === 'CONSENT' ? (['sure', 'maybe'] as const) : (['maybe', 'sure'] as const);
    const before = (each: Authority) => !isSelf(row) && !isSelf(each) && kindOf(each).rank < kindOf(row).rank;
    return reaches(row, category, may, day, heldBy)[which] && !rows.some((each) => before(each) && reaches(each, category, 'EITHER', day, heldBy)[blocks]);
  };

  // What a consent says, whoever gave it.
  const clear = (node: ConsentException, depth: number): boolean => depth <= 8 && (node.recipients ?? []).every(knows) &&
    (node.purposes ?? []).every((each) => purposes.includes(each)) && (node.categories ?? []).every(knowsCategory) &&
    (node.except ?? []).every((each) => clear(each, depth + 1));
  const permits = (node: ConsentException, category: string, any = false): boolean => clear(node, 1) &&
    (node.recipients?.some(is) ?? true) && (node.purposes?.includes(purpose) ?? true) &&
    (!node.categories || named(node.categories, category)) && !(node.except ?? []).some((each) => refuses(each, category, any));
  /** `any`: whatever purpose it names, as a lock does. */
  const withholds = (node: ConsentException, category: string, any = false) =>
    (!node.recipients?.length || node.recipients.some((each) => is(each) || !knows(each))) &&
    (any || !node.purposes?.length || node.purposes.some((each) => each === purpose || !purposes.includes(each))) &&
    (!node.categories?.length || named(node.categories, category));
  const refuses = (node: ConsentException, category: string, any = false): boolean =>
    withholds(node, category, any) && !(node.except ?? []).some((each) => permits(each, category, any));
  const dated = (consent: Consent) => consent.recordsFrom !== null || consent.recordsTo !== null;
  const oddDays = ({ recordsFrom: from, recordsTo: to }: Consent) =>
    (from !== null && !isReal(from)) || (to !== null && !isReal(to)) || (from !== null && to !== null && from >= to);
  const otherDay = ({ recordsFrom: from, recordsTo: to }: Consent) =>
    isDated && ((from !== null && recordedOn! < from) || (to !== null && recordedOn! >= to));
  const speaks = (consent: Consent) => !['PROPOSED', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED'].includes(consent.state) &&
    (odd(consent) || holds(consent)) && (odd(consent) || oddDays(consent) || !otherDay(consent));
  const legible = (consent: Consent) => !odd(consent) && !oddDays(consent) && (isDated || !dated(consent));
  const speaking = facts.consents.filter(speaks);
  const givesYes = (consent: Consent, category: string, level: Level) => consent.decision === 'PERMIT' && consent.state === 'ACTIVE' &&
    legible(consent) && (consent.level === 'FULL' || level === 'SUMMARY') && permits(consent, category);
  const urgent = vocabulary.purposes.get(purpose)?.hl7 === 'BTG';
  const givesNo = (consent: Consent, category: string, level: Level, lock = false): boolean => {
    const any = lock || (urgent && consent.notEvenInEmergency);
    return consent.decision === 'PERMIT'
      ? withholds(consent, category, any) && consent.except.some((each) => refuses(each, category, any))
      : (consent.level === 'SUMMARY' || level === 'FULL') && refuses(consent, category, any);
  };

  // What they come to.
  const rowOf = (consent: Consent) => rows.find(({ id }) => id === consent.by);
  const lost = (consent: Consent) => !rowOf(consent) || Number.isNaN(consent.recordedAt);
  const own = (consent: Consent) => !lost(consent) && isSelf(rowOf(consent)!);
  const mayPermit = (consent: Consent, category: string, level: Level) =>
    rows.length === facts.authorities.length && !lost(consent) && givesYes(consent, category, level) &&
    entitled(rowOf(consent)!, category, 'CONSENT', today);
  const sound = (consent: Consent) => !lost(consent) && legible(consent) && clear(consent, 1) && ages(today)[0] === ages(today)[1];
  const partners = (row: Authority) =>
    [...row.jointWith, ...rows.filter((each) => each.jointWith.includes(row.id)).map(({ id }) => id)].filter((id) => id !== row.id);
  const agreed = (row: Authority, category: string, level: Level) => partners(row).every((id) => {
    const partner = rows.find((each) => each.id === id);
    return partner !== undefined && (!reaches(partner, category, 'EITHER', today).maybe ||
      speaking.some((each) => each.by === id && mayPermit(each, category, level)));
  });
  const yesBy = (consent: Consent, category: string, level: Level) =>
    mayPermit(consent, category, level) && agreed(rowOf(consent)!, category, level);
  const noBy = (consent: Consent, category: string, level: Level, lock = false) =>
    !lost(consent) && givesNo(consent, category, level, lock) && entitled(rowOf(consent)!, category, 'REFUSE', today);
  const decidedBy = (who: (consent: Consent) => boolean, category: string, level: Level) =>
    speaking.some((each) => who(each) && (yesBy(each, category, level) || (sound(each) && !each.unconfirmed && noBy(each, category, level))));
  const counts = (consent: Consent, category: string, level: Level) => own(consent) || !decidedBy(own, category, level);
  const refusedBy = (consent: Consent, category: string, level: Level, lock = false): boolean => {
    if (!givesNo(consent, category, level, lock)) return false;
    if (lost(consent)) return true;
    if (noBy(consent, category, level, lock)) return !sound(consent) || counts(consent, category, level);
    const row = rowOf(consent)!;
    return entitled(row, category, 'REFUSE', dayOf(consent.recordedAt), row.suspended ? row.id : '') &&
      (!sound(consent) || !decidedBy(() => true, category, level));
  };
  const lockedBy = (consent: Consent, category: string, level: Level, kinds: readonly string[]) => consent.notEvenInEmergency &&
    (rowOf(consent) ? kinds.includes(rowOf(consent)!.kind) : kinds.length > 0) &&
    (refusedBy(consent, category, 'SUMMARY', true) || refusedBy(consent, category, level, true));

  // Rules and the other facts.
  const mine = facts.involvements.filter((each) => each.agency === requester.agency && holds(each));
  const names = ({ recipients }: SharingRule) => recipients === 'EVERYONE' || recipients.some((each) =>
    each.agency === requester.agency && each.roles.includes(requester.role) && each.kinds.includes(requester.kind));
  const rules = ruleSet.rules.filter((rule) => names(rule) && (rule.purposes === 'EVERY' || rule.purposes.includes(purpose)));
  const involved = ({ involvement: { need, kinds } }: SharingRule) =>
    need === 'NONE' || mine.some(({ kind, assigned }) => kinds.includes(kind) && (need === 'AGENCY' || assigned.includes(requester.user)));
  const isFamily = requester.agency === 'family';
  const held = rows.filter((row) => stands(row, today) && row.holder === requester.user && kindOf(row).family === requester.role &&
    (isSelf(row) || !kindOf(row).reach.length || kindOf(row).reach.some((reach) => ofAge(reach, true, today))));
  const related = (facts.relations ?? []).filter((each) => each.user === requester.user && (odd(each) || holds(each))).map(({ relation }) => relation);
  const harmful = (category: string) => (facts.harmRefusals ?? []).some((each) => (odd(each) || holds(each)) &&
    withholds({ recipients: [each.recipient], categories: each.categories }, category) &&
    (!vocabulary.agencies.includes(each.custodian) || (vocabulary.categories.some(({ domain }) => domain === each.custodian) &&
      (domainOf(category) === each.custodian || !vocabulary.agencies.includes(domainOf(category))))));
  const decides = (row: Authority, category: string, beside: readonly string[]) => isSelf(row) ||
    (reaches(row, category, 'EITHER', today).sure && !rows.some((each) => !isSelf(each) && kindOf(each).rank < kindOf(row).rank &&
      !beside.includes(each.kind) && reaches(each, category, 'EITHER', today).maybe));
  /** Whether the conditions of a rule hold of a category. */
  const suits = ({ when, basis, unlessHarm }: SharingRule, category: string): boolean => {
    const [low, high] = basis === 'NEVER' ? [...ages(today)].reverse() as [number, number] : ages(today);
    if (when.childAge && !(low >= (when.childAge.from ?? 0) && high < (when.childAge.to ?? 1e9))) return false;
    if (when.notFor.some((each) => related.includes(each))) return false;
    if (when.onlyFor.length > 0 && !when.onlyFor.some((each) => related.includes(each))) return false;
    if (when.whileOpen.length > 0 && !facts.involvements.some((each) => holds(each) && when.whileOpen.includes(each.kind))) return false;
    if (unlessHarm && harmful(category)) return false;
    if (!isFamily || basis === 'NEVER') return true;
    const { kinds, standing, beside } = when.authority ??
      { kinds: [], standing: ['BY_LAW', 'UNLESS_REFUSED'].includes(basis) ? 'DECIDES' : 'HOLDS', beside: [] };
    return held.some((row) => (kinds.length === 0 || kinds.includes(row.kind)) && (standing === 'HOLDS' || decides(row, category, beside)));
  };
  const gives = (rule: SharingRule, category: string, level: Level) =>
    rule.categories.includes(category) && (rule.level === 'FULL' || level === 'SUMMARY') && suits(rule, category);
  const met = rules.filter(involved);
  const says = (basis: string, category: string, level: Level) =>
    met.some((rule) => rule.basis === basis && !rule.lockBinds && gives(rule, category, level));
  const saysUnlessLocked = (category: string, level: Level) => {
    const kinds = met.filter((rule) => rule.lockBinds && gives(rule, category, 'SUMMARY')).flatMap(({ lockableBy }) => lockableBy);
    return met.some((rule) => rule.lockBinds && gives(rule, category, level)) &&
      !speaking.some((each) => lockedBy(each, category, level, kinds));
  };
  const open = facts.emergencies.some((each) => each.agency === requester.agency && each.user === requester.user &&
      each.openedAt <= now && now < each.until && (each.closedAt === null || now < each.closedAt));
  const closed = urgent && !open;
  const opens = (category: string, level: Level) => {
    const opening = rules.filter((rule) => rule.inEmergency && gives(rule, category, 'SUMMARY'));
    const kinds = opening.flatMap(({ lockableBy }) => lockableBy);
    return opening.some((rule) => gives(rule, category, level)) && !speaking.some((each) => lockedBy(each, category, level, kinds));
  };
  const approves = (each: { custodian: string; recipient: Recipient; categories: readonly string[] }, category: string) =>
    vocabulary.categories.some(({ domain }) => domain === each.custodian) && vocabulary.agencies.includes(each.custodian) &&
    (domainOf(category) === each.custodian || !vocabulary.agencies.includes(domainOf(category))) && knows(each.recipient) &&
    is(each.recipient) && each.categories.every(knowsCategory) && named(each.categories, category);
  const approved = (category: string) => facts.approvals.some((each) => each.state === 'APPROVED' && each.until !== null &&
        now < each.until && each.purpose === purpose && each.recipient.user === requester.user && approves(each, category)) ||
    !closed && network.standingApprovals.some((each) => each.from <= now && isReal(each.reviewOn) && today < each.reviewOn &&
        each.purposes.every((each) => purposes.includes(each)) && each.purposes.includes(purpose) && approves(each, category) &&
        vocabulary.involvementKinds.includes(each.involvement) && mine.some(({ kind }) => kind === each.involvement));
  const node = (order: Order): ConsentException => ({ ...order, purposes: order.purposes ?? undefined });
  const orders = facts.orders.filter(({ confirmed }) => confirmed);
  const somebody =
    requester.user !== '' && knowsRole(requester.agency, requester.role) && vocabulary.kinds.includes(requester.kind) &&
    isFamily === (requester.kind === 'family') && (requester.role === 'system') === (requester.kind === 'system') &&
    purposes.includes(purpose) && purpose !== 'research' &&
    (!isFamily || held.length > 0);

  return (category, level) => {
    const never = (rule: SharingRule) => rule.basis === 'NEVER' && (rule.level === 'SUMMARY' || level === 'FULL');
    if (!somebody) return 0;
    if (rules.some((rule) => never(rule) && rule.categories.includes(category) && suits(rule, category))) return 1;
    if (orders.some((each) => each.decision !== 'PERMIT' && (odd(each) || holds(each)) && withholds(node(each), category))) return 2;
    if (orders.some((each) => each.decision === 'PERMIT' && holds(each) && permits(node(each), category))) return 3;
    if (says('BY_LAW', category, level) || saysUnlessLocked(category, level)) return 4;
    if (says('ON_APPROVAL', category, level) && approved(category)) return 5;
    if (open && opens(category, level)) return 6;
    if (speaking.some((each) => refusedBy(each, category, level))) return 7;
    if (closed) return 10;
    if (says('UNLESS_REFUSED', category, level)) return 8;
    const consents = speaking.filter((each) => yesBy(each, category, level) && counts(each, category, level));
    const givers = consents.map((each) => rowOf(each)!.kind);
    const asks = ({ when: { consentBy } }: SharingRule) => givers.some((kind) => consentBy.length === 0 || consentBy.includes(kind));
    return met.some((rule) => rule.basis === 'WITH_CONSENT' && gives(rule, category, level) && asks(rule)) ? 9 : 10;
  };
}
