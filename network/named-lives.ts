import { yearsLived } from '@trellis/vocabulary';
import type { Day, Instant } from '@trellis/decision';
import type { NamedChild } from './named-child.ts';
import { familyKey } from './named-child-facts.ts';
import { authoritiesOf } from './population/authorities.ts';
import { addDays, schoolYearOf, yearsBefore } from './population/days.ts';
import type { DrawnFamily } from './population/families.ts';
import type { Life, Occurrence } from './population/life.ts';
import type { Population } from './population/population.ts';
import { involvementsOf, type RegisterChild } from './population/register-facts.ts';
import { gradeAt, schools } from './population/schools.ts';
import { allWorkers, type Worker } from './population/staff.ts';

/** The named children as a population of their own: each in a family with two parents who decide together, at the one school of Cedar Rapids Crossing. */
export function namedPopulation(children: readonly NamedChild[], asOf: Day): Population {
  const lives = children.map((child) => lifeOf(child, asOf));
  const occurrences = children.flatMap(({ officer }, at): Occurrence[] => {
    const life = lives[at];
    if (officer === undefined || life === undefined) return [];
    return [
      {
        key: `named-${life.child.sub}`,
        on: addDays(asOf, -30),
        kind: 'violence-at-home',
        people: [{ life, role: 'VICTIM' }],
        officer: workerOf(officer),
      },
    ];
  });
  return { seed: 'named', asOf, lives, occurrences };
}

/** The register's facts about the named children. */
export function namedRegister(
  children: readonly NamedChild[],
  { lives, occurrences, asOf }: Population,
  now: Instant,
): RegisterChild[] {
  return children.flatMap((child, at) => {
    const life = lives[at];
    if (life === undefined) return [];
    const authorities = authoritiesOf(life, asOf);
    const held = (holder: string | undefined): string =>
      authorities.find((authority) => authority.holder === holder)?.id ?? '';
    const [mother, father] = life.family.caregivers;
    const decided = child.decided?.({
      mother: held(mother?.sub),
      father: held(father?.sub),
      self: held(life.child.sub),
      today: asOf,
      now,
    });
    return [
      {
        child: child.id,
        birthDate: life.child.birthDate,
        authorities,
        involvements: involvementsOf(life, occurrences, asOf),
        consents: [],
        orders: [],
        approvals: [],
        emergencies: [],
        ...decided,
      },
    ];
  });
}

function lifeOf(named: NamedChild, asOf: Day): Life {
  const { given, surname, sex, age, id, protection, treatment, teacher } = named;
  const key = familyKey(given);
  const child = { id, sub: `child-${key}`, given, surname, sex, birthDate: addDays(yearsBefore(asOf, age), -120) };
  const parent = (relation: 'mother' | 'father', name: string): DrawnFamily['caregivers'][number] => ({
    sub: `${relation}-${key}`,
    relation,
    custodial: true,
    given: name,
    surname,
    sex: relation === 'mother' ? 'F' : 'M',
    birthDate: yearsBefore(child.birthDate, 29),
    telephone: '705-555-0170',
  });
  const family: DrawnFamily = {
    key,
    surname,
    language: 'en',
    street: '12 Mill Road',
    municipality: 'Cedar Rapids Crossing',
    postalCode: 'P0Z 1A1',
    caregivers: [parent('mother', 'Nadine'), parent('father', 'Colin')],
    children: [child],
  };
  const school = schools.find(({ municipality }) => municipality === family.municipality) ?? schools[0];
  const year = schoolYearOf(asOf);
  const opened = addDays(asOf, protection?.kind === 'investigation' ? -20 : -200);
  return {
    child,
    family,
    enrolment:
      teacher === undefined
        ? undefined
        : {
            from: year,
            to: null,
            school,
            grade: gradeAt(yearsLived(child.birthDate, `${year.slice(0, 4)}-12-31`)),
            teacher: workerOf(teacher),
          },
    protection: protection && {
      from: opened,
      to: null,
      kind: protection.kind,
      worker: workerOf(protection.worker),
      severity: 'high',
      placements: protection.placed ? [{ from: addDays(opened, 20), to: null, setting: 'kin' }] : [],
    },
    treatment: treatment && {
      from: addDays(asOf, -150),
      to: null,
      clinician: workerOf(treatment.worker),
      concern: treatment.concern,
    },
  };
}

function workerOf(user: string): Worker {
  const worker = allWorkers.find((each) => each.user === user);
  if (worker === undefined) throw new Error(`no worker is called ${user}`);
  return worker;
}
