import type { Args, Thing } from './network.ts';
import type { World } from './world.ts';

const reference =
  (type: string) =>
  (id: unknown): Thing => ({ __typename: type, id: String(id) });
const child = reference('Child');

/** What a field answers of what the agencies hold, whoever asks. Agencies and the oracle's single server share this and nothing else. */
export function resolve(world: World, thing: Thing | undefined, field: string, args: Args): unknown {
  const { tables } = world;
  const all = (type: string): Thing[] => [...(tables[type]?.keys() ?? [])].map(reference(type));
  if (!thing || thing.__typename === 'Query') {
    switch (field) {
      case 'child':
        return child(args['id']);
      case 'children':
        return (args['ids'] as string[]).map(child);
      case 'findChildren':
        return [...(tables['Child']?.values() ?? [])]
          .filter((row) => row['name'] === args['name'])
          .map((row) => child(row.id));
      case 'about':
        return { __typename: 'About', title: 'network', motto: 'ask first' };
      case 'caseload':
        return all('Child');
      case 'files':
        return all('Visit').filter(
          ({ id }) => args['band'] == null || tables['Visit']?.get(String(id))?.['band'] === args['band'],
        );
      case 'events':
        return [...all('Visit'), ...all('Note')];
      case 'incidents':
        return all('Incident');
      case 'schools':
        return all('School');
      case 'rolls':
        return all('Roll');
      case 'incident':
        return tables['Incident']?.has(String(args['id'])) ? reference('Incident')(args['id']) : null;
      default:
        return null;
    }
  }
  const type = thing.__typename;
  if (type === 'Person' && field === 'child') return child(thing['child']);
  if (type === 'Worker' && field === 'phone')
    return thing['phone'] == null ? null : `${String(thing['phone'])}${String(args['kind'] ?? '')}`;
  const row = thing.id === undefined ? undefined : tables[type]?.get(thing.id);
  if (type === 'Care') return care(world, String(thing['of']), field, args);
  if (!row) return field === 'id' ? thing.id : (thing[field] ?? null);
  if (type === 'Child') return ofChild(world, row, field, args);
  const value = row[field];
  if (field === 'child') return child(value);
  if (field === 'involved' || field === 'subjects') return (value as string[]).map(child);
  if (field === 'pupils') return (value as string[]).map(child);
  if (field === 'reports') return all('Incident');
  if (field === 'people') return (value as object[] | null)?.map((each) => ({ __typename: 'Person', ...each })) ?? null;
  return value ?? null;
}

function ofChild(world: World, row: Thing | Readonly<Record<string, unknown>>, field: string, args: Args): unknown {
  const { tables } = world;
  const id = String(row['id']);
  const of = (type: string, key: string): Thing[] =>
    [...(tables[type]?.values() ?? [])]
      .filter((each) => each[key] === id || (Array.isArray(each[key]) && (each[key] as unknown[]).includes(id)))
      .map((each) => reference(type)(each.id));
  switch (field) {
    case 'siblings':
      return (row['siblings'] as string[] | null)?.map(child) ?? null;
    case 'protection':
      return row['file'] && { __typename: 'File', ...withNames(row['file'] as Record<string, unknown>) };
    case 'referrals':
      return of('Referral', 'child');
    case 'attends':
      return row['attends'] ? reference('School')(row['attends']) : null;
    case 'roll':
      return row['attends'] ? reference('Roll')(row['attends']) : null;
    case 'timeline':
      return [...of('Note', 'subjects'), ...of('Visit', 'child')];
    case 'incidents': {
      const where = (args['where'] ?? {}) as Record<string, unknown>;
      return of('Incident', 'involved').filter(({ id: each }) => {
        const incident = tables['Incident']?.get(String(each));
        return (
          (where['narrative'] == null || incident?.['narrative'] === where['narrative']) &&
          (where['open'] == null || incident?.['open'] === where['open'])
        );
      });
    }
    case 'care':
      return row['care'] ? { __typename: 'Care', of: id } : null;
    case 'school':
      return args['upper'] ? ((row['school'] as string | null)?.toUpperCase() ?? null) : (row['school'] ?? null);
    case 'grade':
      return row['birthYear'] == null ? null : 2026 - Number(row['birthYear']) - 5;
    case 'teacher':
      return row['teacher'] ? child(row['teacher']) : null;
    default:
      return row[field] ?? null;
  }
}

function care(world: World, id: string, field: string, args: Args): unknown {
  const conditions = [...(world.tables['Condition']?.values() ?? [])].filter((row) => row['child'] === id);
  if (field === 'inService') return true;
  if (field === 'count') return conditions.length;
  if (field === 'owner') return child(id);
  return conditions
    .filter((row) => args['text'] == null || row['note'] === args['text'])
    .map((row) => reference('Condition')(row.id));
}

function withNames(file: Record<string, unknown>): Record<string, unknown> {
  const named = (value: unknown, type: string): unknown =>
    Array.isArray(value) ? value.map((each) => named(each, type)) : value && { __typename: type, ...(value as object) };
  return { ...file, worker: named(file['worker'], 'Worker'), placements: named(file['placements'], 'Placement') };
}
