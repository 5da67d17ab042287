import type { Authority, Day, Reach } from '@trellis/decision';
import { all, any, constant, no, not, yes, type Expression } from './cedar-words.ts';
import type { World } from './generate-world.ts';

type May = 'CONSENT' | 'REFUSE' | 'EITHER';
export interface Two {
  readonly surely: Expression;
  readonly maybe: Expression;
}

/** A day as a number that Cedar can compare: 2026-11-21 is 20261121, and a year is 10,000. */
export function dayNumber(day: Day): number {
  return Number(day.replaceAll('-', ''));
}

/** Whether this is a day of the calendar. */
export function isCalendarDay(day: unknown): day is Day {
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const date = new Date(`${day}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** A day that is known beforehand, or the day on which is asked. */
export type CedarDay = number | typeof today;
export const today = 'context.today';

/** The authorities of a world as Cedar expressions over the category asked for and the day. */
export function cedarAuthority({ vocabulary, ruleSet, facts }: Omit<World, 'question'>) {
  const rows = facts.authorities.filter(
    (row) =>
      ruleSet.authorities.some(({ kind }) => kind === row.kind) &&
      (row.domains ?? []).every((domain) => vocabulary.categories.some((each) => each.domain === domain)) &&
      isCalendarDay(row.from) &&
      (row.to === null || (isCalendarDay(row.to) && row.from < row.to)),
  );
  const kindOf = (row: Authority) => ruleSet.authorities.find(({ kind }) => kind === row.kind)!;
  const isSelf = (row: Authority) => kindOf(row).decides === 'SELF';
  const below = ruleSet.ageUnknownBelow ?? Infinity;
  const born = isCalendarDay(facts.birthDate) ? dayNumber(facts.birthDate) : undefined;
  const isAgeKnown = (day: CedarDay): Expression =>
    born === undefined ? no : day === today ? `${day} >= ${born}` : constant(born <= day);

  /** `heldBy`: the id of an authority whose suspension is left out of account. */
  const stands = (row: Authority, day: CedarDay, heldBy?: string): Expression =>
    row.suspended && row.id !== heldBy
      ? no
      : all(`${day} >= ${dayNumber(row.from)}`, row.to === null ? yes : `${day} < ${dayNumber(row.to)}`);
  const covers = (row: Authority): Expression =>
    row.domains === null ? yes : any(...row.domains.map((domain) => `(resource in Domain::"${domain}")`));
  const atLeast = (age: number, day: CedarDay): Expression =>
    born === undefined ? no : `${day} >= ${born + age * 10_000}`;
  const meant = (may: May, reach: Reach): Expression =>
    may === 'EITHER' || reach.may.includes(may)
      ? all(
          `(resource in [${reach.categories.map((code) => `Category::"${code}"`).join(', ')}])`,
          `${JSON.stringify(reach.of)}.contains(resource.of)`,
        )
      : no;
  const ifAgeKnown = (day: CedarDay, then: Expression, otherwise: Expression): Expression =>
    any(all(isAgeKnown(day), then), all(not(isAgeKnown(day)), otherwise));
  const ofAge = ({ fromAge, toAge }: Pick<Reach, 'fromAge' | 'toAge'>, day: CedarDay): Two => {
    const known = all(fromAge === null ? yes : atLeast(fromAge, day), toAge === null ? yes : not(atLeast(toAge, day)));
    return {
      surely: ifAgeKnown(day, known, constant((fromAge ?? 0) === 0 && (toAge ?? Infinity) >= below)),
      maybe: ifAgeKnown(day, known, constant((toAge ?? 1) > 0 && (fromAge ?? 0) < below)),
    };
  };

  const child = (may: May, day: CedarDay, heldBy?: string): Two => {
    const capable = (which: keyof Two): Expression =>
      any(
        ...ruleSet.authorities
          .filter(({ decides }) => decides === 'SELF')
          .flatMap((kind) =>
            kind.reach.map((reach) => {
              const findings = rows.filter((row) => row.kind === kind.kind);
              const found = any(...findings.map((row) => all(stands(row, day, heldBy), covers(row))));
              const { presumedFrom } = reach;
              const since = (row: Authority) => atLeast(presumedFrom ?? 0, dayNumber(row.from));
              const presumed =
                presumedFrom === null
                  ? no
                  : ifAgeKnown(
                      day,
                      all(
                        atLeast(presumedFrom, day),
                        not(any(...findings.map((row) => all(stands(row, day, heldBy), since(row))))),
                      ),
                      constant(presumedFrom === 0 || (which === 'maybe' && presumedFrom < below)),
                    );
              return all(meant(may, reach), ofAge(reach, day)[which], any(found, presumed));
            }),
          ),
      );
    return { surely: capable('surely'), maybe: capable('maybe') };
  };

  const forChild = (row: Authority, may: May, day: CedarDay, heldBy?: string): Two => {
    const own = child('EITHER', day, heldBy);
    const parts = (which: keyof Two, against: keyof Two): Expression =>
      all(
        stands(row, day, heldBy),
        covers(row),
        any(
          ...kindOf(row).reach.map((reach) => {
            const reached =
              reach.yieldsAt === null
                ? no
                : ifAgeKnown(
                    day,
                    atLeast(reach.yieldsAt, day),
                    constant(reach.yieldsAt === 0 || (which === 'surely' && reach.yieldsAt < below)),
                  );
            return all(meant(may, reach), ofAge(reach, day)[which], not(all(reached, own[against])));
          }),
        ),
      );
    return { surely: parts('surely', 'maybe'), maybe: parts('maybe', 'surely') };
  };
  const reaches = (row: Authority, may: May, day: CedarDay, heldBy?: string): Two => {
    if (!isSelf(row)) return forChild(row, may, day, heldBy);
    const own = child(may, day, heldBy);
    return { surely: all(stands(row, day, heldBy), own.surely), maybe: all(stands(row, day, heldBy), own.maybe) };
  };
  const ranksBefore = (row: Authority) =>
    rows.filter((each) => !isSelf(row) && !isSelf(each) && kindOf(each).rank < kindOf(row).rank);

  return {
    rows,
    isSelf,
    kindOf,
    stands,
    ofAge,
    isAgeKnown,
    mayConsent: (row: Authority, day: CedarDay): Expression =>
      all(
        reaches(row, 'CONSENT', day).surely,
        ...ranksBefore(row).map((each) => not(reaches(each, 'EITHER', day).maybe)),
      ),
    mayRefuse: (row: Authority, day: CedarDay, heldBy?: string): Expression =>
      all(
        reaches(row, 'REFUSE', day, heldBy).maybe,
        ...ranksBefore(row).map((each) => not(reaches(each, 'EITHER', day, heldBy).surely)),
      ),
    /** Whether it decides on the category now, whoever ranks before it of these kinds. */
    decides: (row: Authority, beside: readonly string[]): Expression =>
      isSelf(row)
        ? yes
        : all(
            reaches(row, 'EITHER', today).surely,
            ...ranksBefore(row)
              .filter(({ kind }) => !beside.includes(kind))
              .map((each) => not(reaches(each, 'EITHER', today).maybe)),
          ),
    mayJoin: (row: Authority, day: CedarDay): Expression => reaches(row, 'EITHER', day).maybe,
  };
}
