import type { PoliceRecords } from '@trellis/subgraph-police';
import { addDays } from '../days.ts';
import type { Life, Occurrence } from '../life.ts';
import type { Random } from '../random.ts';
import { workers } from '../staff.ts';
import { idOf, sourced } from './sourced.ts';

const violations = {
  'violence-at-home': { code: '1430', text: 'Assault, level 1', categories: ['sensitivity.violence'] },
  assault: { code: '1430', text: 'Assault, level 1', categories: ['sensitivity.violence'] },
  theft: { code: '2140', text: 'Theft $5,000 or under', categories: [] },
  mischief: { code: '2170', text: 'Mischief', categories: [] },
  'school-fight': { code: '1430', text: 'Assault, level 1', categories: [] },
} as const;

/** The police service's records. A fight at school stays with the school; the rest is an incident with all its children in it. */
export function policeRecords(
  random: Random,
  lives: readonly Life[],
  occurrences: readonly Occurrence[],
  asOf: string,
): PoliceRecords {
  const incidents = occurrences.filter(({ kind }) => kind !== 'school-fight');
  const home = incidents.filter(({ kind }) => kind === 'violence-at-home');
  const known = new Set(incidents.flatMap(({ people }) => people.map(({ life }) => life)));
  const missing = lives.filter(
    ({ child, protection }) => protection?.placements.length && random.fork(child.sub).chance(0.3),
  );
  return {
    officers: [...workers.officers, ...workers.youthLiaisons].map(({ user, name, telephone, role }, at) => ({
      ...sourced(`officer/${user}`),
      name,
      badge: String(4100 + at),
      unit: role === 'officer' ? 'Patrol' : 'Youth',
      phone: telephone,
    })),
    incidents: incidents.map(({ key, on, kind, officer }, at) => ({
      ...sourced(`incident/${key}`),
      number: `${on.slice(2, 4)}-${String(10_000 + at)}`,
      occurredAt: `${on}T20:15:00Z`,
      reportedOn: on,
      violation: violations[kind].code,
      violationText: violations[kind].text,
      clearance: kind === 'violence-at-home' ? 'CLEARED_BY_CHARGE' : 'OPEN',
      narrative:
        kind === 'violence-at-home'
          ? 'Attended after a call from the home. An adult was charged.'
          : 'Those present were spoken to.',
      officer: idOf(`officer/${officer.user}`),
      categories: [...violations[kind].categories],
    })),
    incidentPersons: incidents.flatMap(({ key, kind, people }) => [
      ...people.map(({ life, role }) => ({
        ...sourced(`incident/${key}/${life.child.sub}`),
        incident: idOf(`incident/${key}`),
        child: life.child.id,
        role,
        adult: false,
        relationship: null,
        disposition: role === 'ACCUSED' ? ('PENDING' as const) : null,
        dispositionOn: null,
      })),
      ...(kind === 'violence-at-home'
        ? [
            {
              ...sourced(`incident/${key}/adult`),
              incident: idOf(`incident/${key}`),
              child: null,
              role: 'ACCUSED' as const,
              adult: true,
              relationship: 'parent',
              disposition: null,
              dispositionOn: null,
            },
          ]
        : []),
    ]),
    noContactConditions: home.flatMap(({ key, on, people }) =>
      people.map(({ life }) => ({
        ...sourced(`no-contact/${key}/${life.child.sub}`),
        child: life.child.id,
        binds: 'father',
        text: 'Not to be within 100 metres of the home or school.',
        court: 'Ontario Court of Justice',
        from: on,
        to: addDays(asOf, 180),
      })),
    ),
    domesticViolenceAttendances: home.flatMap(({ key, on, people }) =>
      people.map(({ life }) => ({
        ...sourced(`attendance/${key}/${life.child.sub}`),
        child: life.child.id,
        attendedOn: on,
        childPresent: true,
        outcome: 'An adult was charged.',
      })),
    ),
    missingReports: missing.flatMap(({ child, protection }) => {
      const from = protection?.placements[0]?.from;
      return from === undefined
        ? []
        : [
            {
              ...sourced(`missing/${child.sub}`),
              child: child.id,
              reportedAt: `${from}T22:00:00Z`,
              foundAt: `${addDays(from, 1)}T06:30:00Z`,
              lastSeenPlace: 'Near the school',
            },
          ];
    }),
    liaisons: [...known].map(({ child }) => ({
      ...sourced(`liaison/${child.sub}`),
      child: child.id,
      officer: idOf(`officer/${workers.youthLiaisons[0]?.user ?? ''}`),
      since: null,
    })),
  };
}
