import { allAllow } from './labels.ts';
import type { Wanted } from './labels.ts';
import type { Asking } from './permissions.ts';
import { at } from './permissions.ts';
import type { Random } from './random.ts';
import type { Row, Table, World } from './world.ts';
import { idOf } from './world.ts';

const full = (category: string): Wanted => ({ category, level: 'FULL' });
const summary = (category: string): Wanted => ({ category, level: 'SUMMARY' });

/** Another world that agrees with this one on all that the asker may see, and differs wherever it may not. */
export function vary(random: Random, world: World, { permissions, purposes }: Asking): World {
  const allowed = (children: readonly string[], ...needs: Wanted[]): boolean =>
    purposes.some((purpose) => allAllow(permissions, children, at('me', purpose), needs));
  const kinds = (row: Row): Wanted[] => ((row['kinds'] as string[] | undefined) ?? []).map(full);
  const several = (): string[] => random.some(world.children, 0.5);
  const other = (kind: string): string | null => (random.chance(0.3) ? null : `${kind} ${random.below(1000)}`);

  /** Rows that cannot appear are dropped, changed or added; in the others each field that cannot be seen changes. */
  const table = (
    name: string,
    hidden: (row: Row) => boolean,
    fields: (row: Row) => Row,
    extra: (id: string) => Row,
  ): Table => {
    const rows = [...(world.tables[name]?.values() ?? [])].flatMap((row) => {
      if (!hidden(row)) return [fields(row)];
      if (random.chance(0.5)) return [];
      const changed = { ...row, narrative: other('n'), code: other('c'), on: other('o') };
      const otherwise = { ...changed, ...(row['involved'] !== undefined && { involved: several() }) };
      return [fields(hidden(otherwise) ? otherwise : changed)];
    });
    const more = Array.from({ length: random.below(3) }, (_, index) =>
      extra(idOf(`more${name}`.toLowerCase(), index)),
    ).filter(hidden);
    const all = [...rows, ...more];
    return new Map((random.chance(0.5) ? all : [...more, ...rows]).map((row) => [row.id, row]));
  };

  const ofIncident = (row: Row) => row['involved'] as string[];
  const incidents = table(
    'Incident',
    (row) => !allowed(ofIncident(row), full('police.incident'), ...kinds(row)),
    (row) => ({
      ...row,
      ...(!allowed(ofIncident(row), full('police.narrative')) && { narrative: other('narrative') }),
      ...(!allowed(ofIncident(row), full('mental-health.risk')) && { trauma: other('trauma') }),
      ...(!allowed(ofIncident(row), full('police.witness')) && {
        people: several().map((child) => ({ role: 'X', child })),
      }),
    }),
    (id) => ({
      id,
      involved: several(),
      kinds: random.some(['police.victim'], 0.5),
      narrative: other('n'),
      trauma: null,
      people: null,
      open: true,
    }),
  );
  const ofOne = (row: Row) => [String(row['child'])];
  const visits = table(
    'Visit',
    (row) => !allowed(ofOne(row), full('child-protection.status')),
    (row) => ({
      ...row,
      ...(!allowed(ofOne(row), full('child-protection.plan')) && { on: other('on') }),
      ...(!allowed(ofOne(row), full('child-protection.hazards')) && { score: random.below(9) }),
      ...(!allowed(ofOne(row), summary('child-protection.risk')) && { band: random.pick(['HIGH', 'LOW']) }),
    }),
    (id) => ({ id, child: random.pick(world.children), on: null, score: 1, band: 'HIGH' }),
  );
  const ofNote = (row: Row) => row['subjects'] as string[];
  const notes = table(
    'Note',
    (row) =>
      !allowed(ofNote(row), ...kinds(row)) ||
      (!allowed(ofNote(row), full('child-protection.status')) &&
        !allowed(ofNote(row), full('child-protection.involvement'))),
    (row) => ({
      ...row,
      ...(!allowed(ofNote(row), full('child-protection.status')) && { on: other('on') }),
      ...(!allowed(ofNote(row), full('child-protection.eligibility')) && { score: other('score') }),
      ...(!allowed(ofNote(row), summary('child-protection.risk')) && { concern: other('concern') }),
    }),
    (id) => ({ id, subjects: several(), kinds: random.some(['sensitivity.violence'], 0.5), on: null, score: null }),
  );
  const conditions = table(
    'Condition',
    (row) => !allowed(ofOne(row), full('mental-health.condition'), ...kinds(row)),
    (row) => ({ ...row, ...(!allowed(ofOne(row), full('mental-health.session-notes')) && { note: other('note') }) }),
    (id) => ({
      id,
      child: random.pick(world.children),
      kinds: random.some(['sensitivity.psychiatry'], 0.5),
      code: 'F0',
      note: null,
    }),
  );

  const nobodyMay = (category: string) => !world.children.some((child) => allowed([child], full(category)));
  const schools = new Map(
    [...(world.tables['School'] ?? [])].map(([id, row]): [string, Row] => [
      id,
      {
        ...row,
        ...(nobodyMay('education.collection') && { principal: other('P') }),
        ...(nobodyMay('police.officer-contact') && { officer: other('O') }),
        pupils:
          relatives(random, world, (child) => !allowed([child], full('education.attendance')), row['pupils']) ?? [],
      },
    ]),
  );
  const referrals = table(
    'Referral',
    () => true,
    (row) => row,
    (id) => ({ id, child: random.pick(world.children), source: other('s') }),
  );
  const kids = new Map(
    [...(world.tables['Child'] ?? [])].map(([id, row]): [string, Row] => {
      const may = (...needs: Wanted[]) => allowed([id], ...needs);
      const file = (row['file'] ?? null) as Record<string, unknown> | null;
      return [
        id,
        {
          ...row,
          ...(!may(full('identity.name')) && { name: `Other ${random.below(1000)}` }),
          ...(!may(summary('identity.birth-date')) && { birthYear: random.below(2000) }),
          ...(!may(full('identity.birth-date')) && { birthDate: other('date') }),
          ...(!may(full('education.enrolment')) && { school: other('school') }),
          siblings: relatives(
            random,
            world,
            (child) => !may(full('child-protection.siblings')) || !allowed([child], full('child-protection.siblings')),
            row['siblings'],
          ),
          ...(!may(full('education.enrolment')) && { attends: random.pick([...schools.keys(), null]) }),
          file: may(full('child-protection.involvement'))
            ? file && fileOf(file, may, other)
            : random.chance(0.5)
              ? file
              : null,
          ...(!may(full('mental-health.involvement')) && { care: random.chance(0.5) }),
        },
      ];
    }),
  );
  return {
    children: world.children,
    tables: {
      Child: kids,
      Incident: incidents,
      Visit: visits,
      Note: notes,
      Condition: conditions,
      School: schools,
      Roll: schools,
      Referral: referrals,
    },
    emptyIsNull: random.chance(0.5),
  };
}

/** A list of children of whom those that are hidden, and whether there is a list at all where none is left, may be otherwise. */
function relatives(
  random: Random,
  world: World,
  isHidden: (child: string) => boolean,
  known: unknown,
): string[] | null {
  const hidden = random.some(world.children.filter(isHidden), 0.5);
  const shown = ((known ?? []) as string[]).filter((child) => !isHidden(child));
  if (hidden.length + shown.length === 0 && random.chance(0.5)) return null;
  return random.chance(0.5) ? [...hidden, ...shown] : [...shown, ...hidden];
}

function fileOf(
  file: Record<string, unknown>,
  may: (...needs: Wanted[]) => boolean,
  other: (kind: string) => string | null,
): unknown {
  const placements = file['placements'] as { kind: string; address: string | null }[] | null;
  return {
    ...file,
    reporter: other('reporter'),
    ...(!may(full('child-protection.status')) && { status: other('status') }),
    ...(!may(full('child-protection.risk')) && { risk: 77 }),
    ...(!may(summary('child-protection.risk')) && { band: other('band') }),
    ...(!may(full('child-protection.worker-contact')) &&
      file['worker'] !== null && { worker: { name: 'Sam', phone: other('phone') } }),
    placements: may(full('child-protection.placement'))
      ? placements &&
        placements.map((each) => ({
          ...each,
          ...(!may(full('child-protection.placement-address')) && { address: other('address') }),
        }))
      : [{ kind: 'hidden', address: null }],
  };
}
