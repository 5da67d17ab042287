import { yearsLived } from '@trellis/vocabulary';
import type { Day } from '@trellis/decision';
import { addDays, later } from './days.ts';
import { groupBy } from './group-by.ts';
import type { Life, Occurrence } from './life.ts';
import type { Random } from './random.ts';
import { workers } from './staff.ts';

/** The occurrences between children, in families and at school. Everybody in an occurrence was born before it; an accused was twelve or older. */
export function drawOccurrences(random: Random, lives: readonly Life[], asOf: Day): Occurrence[] {
  return [...drawAtHome(random.fork('home'), lives, asOf), ...drawAmongPupils(random.fork('pupils'), lives, asOf)];
}

function drawAtHome(random: Random, lives: readonly Life[], asOf: Day): Occurrence[] {
  const families = groupBy(
    lives.filter(({ protection }) => protection !== undefined),
    ({ family }) => family.key,
  );
  return [...families].flatMap(([key, members]) => {
    const opened = members[0]?.protection?.from;
    if (opened === undefined || !random.chance(0.5)) return [];
    const youngest = members.map(({ child }) => child.birthDate).reduce(later);
    const on = later(addDays(opened, -random.between(0, 3)), youngest);
    if (on > asOf) return [];
    return [
      {
        key: `home-${key}`,
        on,
        kind: 'violence-at-home' as const,
        people: members.map((life, at) => ({ life, role: at === 0 ? ('VICTIM' as const) : ('WITNESS' as const) })),
        officer: random.pick(workers.officers),
      },
    ];
  });
}

function drawAmongPupils(random: Random, lives: readonly Life[], asOf: Day): Occurrence[] {
  const schools = groupBy(
    lives.filter(({ enrolment }) => enrolment !== undefined),
    ({ enrolment }) => enrolment?.school.id ?? '',
  );
  return [...schools].flatMap(([school, pupils]) =>
    Array.from({ length: Math.floor(pupils.length / 7) }, (_, at): Occurrence | undefined => {
      const accused = random.pick(pupils);
      const [victim, witness] = random.sample(
        pupils.filter((life) => life !== accused),
        2,
      );
      const from = accused.enrolment?.from ?? asOf;
      const on = later(addDays(asOf, -random.between(1, 150)), from);
      const kind = random.pick(['assault', 'theft', 'mischief', 'school-fight', 'school-fight'] as const);
      if (victim === undefined || witness === undefined || yearsLived(accused.child.birthDate, on) < 12)
        return undefined;
      return {
        key: `${school}-${String(at)}`,
        on,
        kind,
        people: [
          { life: accused, role: 'ACCUSED' },
          { life: victim, role: 'VICTIM' },
          ...(random.chance(0.4) ? [{ life: witness, role: 'WITNESS' as const }] : []),
        ],
        officer: random.pick(workers.officers),
      };
    }).filter((occurrence) => occurrence !== undefined),
  );
}
