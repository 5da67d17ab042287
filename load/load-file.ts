import type { Queryable } from '@trellis/platform';
import type { FileAccount } from './account.ts';
import type { Format, MappingContext, Scanned } from './format.ts';
import { raiseDoubts } from './link/doubts.ts';
import type { Linking } from './link/linking.ts';
import { linkPeople } from './link/link-people.ts';
import { identityTables, saveIdentity } from './link/save-identity.ts';
import { dryWriter, pour, writerInto } from './pour.ts';
import type { LoadContext } from './load-context.ts';
import { notAhead } from './not-ahead.ts';
import type { Birth } from './register-port.ts';
import type { OnBytes } from './source-item.ts';
import { undoChanges } from './store/undo-changes.ts';
import { bringWorkUpToDate, childrenOfTakenBack, noteActs } from './work.ts';

export interface LoadedFile {
  readonly account: Pick<FileAccount, 'elements' | 'notes' | 'children'>;
  readonly linking: Linking;
}

/** Between two of them somebody is told how far it is. */
const birthsAtOnce = 1_000;

/**
 * Loads one file that was scanned: who is meant, then every record in one transaction of the agency's database, then the register. A file
 * that fails on the way leaves nothing of itself.
 */
export async function loadFile<Records extends object>(
  format: Format<Records>,
  scanned: Scanned<Records>,
  context: LoadContext,
  onBytes?: OnBytes,
  onRegistered: (share: number) => void = () => undefined,
): Promise<LoadedFile> {
  const { databases, dryRun, stamp, issuer, at, earlier } = context;
  const { identity, agency } = databases;
  const linking = await linkPeople(scanned.persons, scanned.numbers, {
    ...context,
    identity,
    agency: format.agency,
    source: stamp.source,
    exportedAt: stamp.asOf,
  });
  const mapping = {
    findChild: (number: string) => linking.find(number),
    classified: context.classified,
    source: stamp.source,
    exportedOn: stamp.asOf.slice(0, 10),
    exportedAt: stamp.asOf,
  };
  const read = (from: MappingContext) => notAhead(Date.parse(at)).items(scanned.read(from, onBytes));
  if (dryRun) {
    for (const [number, { child, record }] of linking.found) {
      const known = record ?? linking.known(number);
      if (known !== undefined) earlier.push({ issuer, number, child: { ...known, id: child } });
    }
    const counted = await pour(read({ ...mapping, agency }), format.tables, dryWriter);
    return { account: accountOf(counted, linking), linking };
  }

  const since = await lastChange(identity, stamp.load);
  await identity.transaction(async (tx) => {
    await saveIdentity(tx, stamp, { agency: format.agency, issuer }, linking.found);
    await raiseDoubts(tx, { load: stamp.load, at }, linking.review);
  });
  const before = await lastChange(agency, stamp.load);
  const counted = await agency
    .transaction(async (tx) => {
      const writer = writerInto(tx, stamp, format);
      const result = await pour(read({ ...mapping, agency: tx }), format.tables, writer);
      await format.after?.(tx, writer, stamp);
      return result;
    })
    .catch(async (error: unknown) => {
      await identity.transaction((tx) => undoChanges(tx, stamp.load, identityTables, since));
      throw error;
    });
  const births = birthsIn(scanned, linking);
  for (let start = 0; start < births.length; start += birthsAtOnce) {
    const acts = await databases.register.recordBirths(births.slice(start, start + birthsAtOnce));
    await noteActs(agency, stamp.load, acts);
    onRegistered(Math.min(1, (start + birthsAtOnce) / births.length) / 2);
  }
  const touched = new Set([...linking.found.values()].map(({ child }) => child));
  for (const child of await childrenOfTakenBack(agency, format, stamp.load, before)) touched.add(child);
  await bringWorkUpToDate(format, context, [...touched], (share) => onRegistered((1 + share) / 2));
  onRegistered(1);
  return { account: accountOf(counted, linking), linking };
}

function accountOf(counted: Pick<FileAccount, 'elements' | 'notes'>, linking: Linking): LoadedFile['account'] {
  const notes: Record<string, number> = { ...counted.notes };
  for (const note of linking.notes) notes[note] = (notes[note] ?? 0) + 1;
  return { ...counted, notes, children: countChildren(linking) };
}

async function lastChange(database: Queryable, load: string): Promise<number> {
  const { rows } = await database.query<{ n: string | null }>('select max(n) as n from load_changes where load = $1', [
    load,
  ]);
  return Number(rows[0]?.n ?? 0);
}

/** Of each child whom the file identifies once, however many numbers mean it. */
function birthsIn({ persons }: Pick<Scanned<unknown>, 'persons'>, { found }: Linking): readonly Birth[] {
  const births = new Map<string, Birth>();
  for (const { number } of persons) {
    const one = found.get(number);
    if (one === undefined) continue;
    const before = births.get(one.child);
    births.set(one.child, {
      child: one.child,
      birthDate: one.birthDate,
      changed: one.record !== undefined || before?.changed === true,
      disputed: one.disputed || before?.disputed === true,
    });
  }
  return [...births.values()];
}

function countChildren({ found, review }: Linking): FileAccount['children'] {
  const how = [...found.values()].map((one) => one.how);
  const count = (which: (typeof how)[number]): number => how.filter((one) => one === which).length;
  return {
    linked: count('linked'),
    known: count('known'),
    matched: count('matched'),
    registered: count('registered'),
    toReview: new Set(review.map(({ number }) => number)).size,
  };
}
