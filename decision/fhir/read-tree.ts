import { expandCategories } from '@trellis/vocabulary';
import type { ConsentException, Day, Instant, Recipient } from '../facts.ts';
import type { FhirContext } from './consent-draft.ts';
import { readConditions } from './read-conditions.ts';
import type { Conditions, Refuse } from './read-conditions.ts';
import { readDateTime, readDays } from './read-date.ts';
import type { DecidedProvision } from './read-consent.ts';

/** The decision of one consent, and the time for which it holds. */
export interface Decided extends Conditions {
  readonly decision: 'PERMIT' | 'REFUSE';
  readonly path: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly recordsFrom: Day | null;
  readonly recordsTo: Day | null;
  readonly except: readonly ConsentException[];
}

/** The things that reading a tree of provisions needs besides the tree. */
export interface TreeReading {
  readonly context: FhirContext;
  readonly within: ReadonlySet<string> | undefined;
  /** The permits inside a refusal narrow it and permit nothing by themselves. */
  readonly exceptionsOnlyNarrow: boolean;
  readonly refuse: Refuse;
}

type Outer = Omit<Decided, 'decision' | 'path' | 'except'>;

/**
 * The consents that a tree of provisions amounts to. Mostly one: a decision with its exceptions. In FHIR a provision inside
 * another may also add to it (a permit within a permit, a permit within a refusal); what it adds is a consent of its own.
 */
export function readTree(provision: DecidedProvision, outer: Outer, reading: TreeReading): readonly Decided[] {
  const own = readConditions(provision, reading.context, reading.within, reading.refuse);
  const here: Outer = { ...outer, ...own, ...readPeriods(provision, outer, reading) };
  const isOwn = (inner: DecidedProvision) => inner.decision === provision.decision || isPeriod(inner);
  const exceptions = provision.exceptions.filter((inner) => !isOwn(inner));
  const adding = provision.exceptions.filter(
    (inner) => isOwn(inner) || (inner.decision === 'PERMIT' && !reading.exceptionsOnlyNarrow),
  );
  const except = exceptions.map((inner) =>
    readException(inner, provision.decision === 'PERMIT' ? here : undefined, reading),
  );
  const added = adding.flatMap((inner) => {
    if (inner.decision === 'PERMIT' && provision.decision === 'REFUSE' && isPeriod(inner)) {
      reading.refuse(inner.path, 'A permit within a refusal narrows it for all time, or not at all.');
    }
    refuseWider(inner, here, reading);
    return readTree(inner, here, reading);
  });
  return [{ ...here, decision: provision.decision, path: provision.path, except }, ...added];
}

function readException(inner: DecidedProvision, permit: Outer | undefined, reading: TreeReading): ConsentException {
  const own = readConditions(inner, reading.context, reading.within, reading.refuse);
  for (const below of inner.exceptions) {
    if (below.decision === inner.decision) {
      reading.refuse(`${below.path}.type`, 'An exception to an exception is the other way round.');
    }
    if (isPeriod(below)) reading.refuse(below.path, 'An exception has no period of its own.');
    // A permit deep within a permit cannot be wider than the outermost: as an exception it only narrows the refusal between.
    if (permit && !reading.exceptionsOnlyNarrow) refuseWider(below, permit, reading, true);
  }
  const except = inner.exceptions.map((below) => readException(below, undefined, reading));
  return { ...own, ...(except.length > 0 && { except }) };
}

/** Refuses a provision inside another that names more than the outer one names: otherwise the two cannot be read as one. */
function refuseWider(
  inner: DecidedProvision,
  outer: Outer,
  { context, within, refuse }: TreeReading,
  categoriesToo = false,
): void {
  const own = readConditions(inner, context, within, () => undefined);
  const wider = 'It names more than the provision it stands in; whether it widens or narrows that one is not said.';
  if (own.purposes && outer.purposes && !own.purposes.every((purpose) => outer.purposes?.includes(purpose))) {
    refuse(`${inner.path}.purpose`, wider);
  }
  if (
    own.recipients &&
    outer.recipients &&
    !own.recipients.every((recipient) => outer.recipients?.some(covers(recipient)))
  ) {
    refuse(`${inner.path}.actor`, wider);
  }
  if (categoriesToo && own.categories && outer.categories) {
    const reached = single(outer.categories, context);
    if (!single(own.categories, context).every((category) => reached.includes(category))) {
      refuse(`${inner.path}.securityLabel`, wider);
    }
  }
}

const single = (codes: readonly string[], { vocabulary }: FhirContext): readonly string[] =>
  codes.flatMap((code) => expandCategories(vocabulary, code) ?? []);

const covers = (inner: Recipient) => (outer: Recipient) =>
  outer.agency === inner.agency &&
  (outer.role === undefined || outer.role === inner.role) &&
  (outer.user === undefined || outer.user === inner.user);

const isPeriod = ({ period, dataPeriod }: DecidedProvision) => period !== undefined || dataPeriod !== undefined;

function readPeriods({ path, period, dataPeriod }: DecidedProvision, outer: Outer, { context, refuse }: TreeReading) {
  const at = (element: string) => (path === '' ? element : `${path}.${element}`);
  const instant = (text: string | undefined, edge: 'begins' | 'over', element: string) => {
    if (text === undefined) return null;
    const read = readDateTime(text, context.timeZone);
    if (!read) refuse(element, 'It is no date and time.');
    return read?.[edge] ?? null;
  };
  const day = (text: string | undefined, edge: 'first' | 'after', element: string) => {
    if (text === undefined) return null;
    const read = readDays(text);
    if (!read) refuse(element, 'Records are told apart by day; it is no day.');
    return read?.[edge] ?? null;
  };
  const from = later(outer.from, instant(period?.start, 'begins', at('period.start')));
  const to = earlier(outer.to, instant(period?.end, 'over', at('period.end')));
  const recordsFrom = later(outer.recordsFrom, day(dataPeriod?.start, 'first', at('dataPeriod.start')));
  const recordsTo = earlier(outer.recordsTo, day(dataPeriod?.end, 'after', at('dataPeriod.end')));
  if (from !== null && to !== null && from >= to) refuse(at('period'), 'It ends before it starts.');
  if (recordsFrom !== null && recordsTo !== null && recordsFrom >= recordsTo) {
    refuse(at('dataPeriod'), 'It ends before it starts.');
  }
  return { from, to, recordsFrom, recordsTo };
}

// A provision inside another lasts no longer than that one.
const later = <Point extends Instant | Day>(outer: Point | null, inner: Point | null) =>
  outer === null || (inner !== null && inner > outer) ? inner : outer;
const earlier = <Point extends Instant | Day>(outer: Point | null, inner: Point | null) =>
  outer === null || (inner !== null && inner < outer) ? inner : outer;
