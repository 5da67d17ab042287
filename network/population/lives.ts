import { yearsLived } from '@trellis/vocabulary';
import type { Day } from '@trellis/decision';
import { addDays, daysBetween, later, schoolYearOf } from './days.ts';
import type { DrawnFamily, FamilyChild } from './families.ts';
import type { Enrolment, Life, PlacementStory, ProtectionStory, TreatmentStory } from './life.ts';
import type { Random } from './random.ts';
import { gradeAt, schools } from './schools.ts';
import { workers } from './staff.ts';

/** The lives of a family's children. A society works with a family: its siblings come to it together. */
export function drawLives(random: Random, family: DrawnFamily, asOf: Day): Life[] {
  const eldest = family.children[0];
  if (eldest === undefined) return [];
  const known = random.chance(0.35);
  const opened = later(addDays(asOf, -random.between(20, 900)), addDays(eldest.birthDate, 30));
  const severity = random.pick(['low', 'moderate', 'moderate', 'high'] as const);
  const worker = random.pick(workers.caseworkers);
  const closed =
    random.chance(0.3) && daysBetween(opened, asOf) > 120
      ? addDays(opened, random.between(60, daysBetween(opened, asOf) - 30))
      : null;
  return family.children.map((child) => {
    const own = random.fork(child.sub);
    const from = later(opened, child.birthDate);
    const came = known && (closed === null || from < closed);
    return {
      child,
      family,
      enrolment: drawEnrolment(own.fork('enrolment'), child, family, asOf),
      protection: came
        ? drawProtection(own.fork('protection'), { from, to: closed }, { severity, worker, asOf })
        : undefined,
      treatment: drawTreatment(own.fork('treatment'), child, asOf),
    };
  });
}

function drawEnrolment(random: Random, child: FamilyChild, family: DrawnFamily, asOf: Day): Enrolment | undefined {
  const year = schoolYearOf(asOf);
  // Ontario enrols by the age reached by the end of the calendar year.
  const age = yearsLived(child.birthDate, `${year.slice(0, 4)}-12-31`);
  if (age < 4 || age > 18) return undefined;
  const school = schools.find(
    ({ municipality, from, to }) => municipality === family.municipality && from <= age && age <= to,
  );
  if (school === undefined) return undefined;
  return {
    school,
    grade: gradeAt(age),
    teacher: random.pick(workers.teachers),
    from: later(year, addDays(child.birthDate, 3 * 365)),
    to: null,
  };
}

function drawProtection(
  random: Random,
  period: { from: Day; to: Day | null },
  shared: { severity: ProtectionStory['severity']; worker: ProtectionStory['worker']; asOf: Day },
): ProtectionStory {
  const { severity, worker, asOf } = shared;
  const kind = daysBetween(period.from, asOf) < 45 && period.to === null ? 'investigation' : 'ongoing-service';
  const placed = severity === 'high' && kind === 'ongoing-service' && random.chance(0.7);
  return {
    ...period,
    kind,
    worker,
    severity,
    placements: placed ? drawPlacements(random, period.from, period.to, asOf) : [],
  };
}

function drawPlacements(random: Random, from: Day, to: Day | null, asOf: Day): PlacementStory[] {
  const end = to ?? asOf;
  const first = addDays(from, random.between(5, 30));
  if (first >= end) return [];
  const setting = random.pick(['foster', 'kin', 'kin', 'group'] as const);
  const moved = addDays(first, random.between(30, 200));
  if (moved >= end || random.chance(0.5)) return [{ from: first, to, setting }];
  return [
    { from: first, to: moved, setting },
    { from: moved, to, setting: random.pick(['foster', 'kin'] as const) },
  ];
}

function drawTreatment(random: Random, child: FamilyChild, asOf: Day): TreatmentStory | undefined {
  const age = yearsLived(child.birthDate, asOf);
  if (age < 7 || !random.chance(age >= 12 ? 0.3 : 0.15)) return undefined;
  const from = addDays(asOf, -random.between(30, 500));
  const to = random.chance(0.2) ? addDays(from, Math.floor(daysBetween(from, asOf) * 0.8)) : null;
  const concerns =
    age >= 13
      ? (['anxiety', 'depression', 'trauma', 'substance-use'] as const)
      : (['anxiety', 'attention', 'trauma'] as const);
  return { from, to, clinician: random.pick(workers.clinicians), concern: random.pick(concerns) };
}
