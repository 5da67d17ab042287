import type { Database } from '@trellis/platform';
import type { FileAccount } from './account.ts';
import type { Format, Scanned } from './format.ts';
import { linkPeople, type Linking } from './link/link-people.ts';
import type { Links } from './link/read-links.ts';
import { saveIdentity } from './link/save-identity.ts';
import { pour } from './pour.ts';
import type { ChildTold, RegisterDoor } from './register-door.ts';
import type { OnBytes } from './source-item.ts';

/** Where loading writes. */
export interface LoadDatabases {
  readonly agency: Database;
  readonly identity: Database;
  readonly register: RegisterDoor;
}

export interface LoadContext {
  readonly databases: LoadDatabases;
  readonly links: Links;
  /** The reference date, `YYYY-MM-DD`. */
  readonly today: string;
  readonly newId: () => string;
  /** Read, map and count, and write nothing. */
  readonly dryRun: boolean;
  /** In a dry run: the children that earlier files would have brought, by number. */
  readonly earlier: Map<string, string>;
}

export interface LoadedFile {
  readonly account: Pick<FileAccount, 'elements' | 'notes' | 'children'>;
  readonly linking: Linking;
}

/**
 * Loads one file that was scanned: who is meant, then every record in one transaction of the agency's database, then the register. A file
 * that fails on the way leaves nothing of itself.
 */
export async function loadFile<Records extends object>(
  format: Format<Records>,
  scanned: Scanned<Records>,
  { databases, dryRun, ...linkingOptions }: LoadContext,
  onBytes?: OnBytes,
): Promise<LoadedFile> {
  const { identity, agency, register } = databases;
  const linking = await linkPeople(scanned.persons, scanned.numbers, {
    ...linkingOptions,
    identity,
    agency: format.agency,
    source: format.source,
  });
  const items = scanned.read((number) => linking.find(number), onBytes);
  if (dryRun) {
    for (const [number, { child }] of linking.found) linkingOptions.earlier.set(number, child);
    return { account: { ...(await pour(items, async () => undefined)), children: countChildren(linking) }, linking };
  }

  const takeBack = await saveIdentity(identity, format.agency, format.source, linking.found);
  const counted = await agency
    .transaction((tx) => pour(items, (records) => format.save(tx, records), format.savedAlone))
    .catch(async (error: unknown) => {
      await takeBack();
      throw error;
    });
  await register.tell(format.agency, format.evidence, toldBy(scanned, linking));
  return { account: { ...counted, children: countChildren(linking) }, linking };
}

/** Of each child once, however many numbers mean it. */
function toldBy(
  { persons, work }: Pick<Scanned<unknown>, 'persons' | 'work'>,
  { found }: Linking,
): readonly ChildTold[] {
  const identified = new Set(persons.map(({ number }) => number));
  const told = new Map<string, ChildTold>();
  for (const [number, { child, birthDate, record, disputed }] of found) {
    const before = told.get(child);
    const born = identified.has(number)
      ? {
          birthDate,
          changed: record !== undefined || before?.born?.changed === true,
          disputed: disputed || before?.born?.disputed === true,
        }
      : before?.born;
    told.set(child, { child, ...(born ? { born } : {}), work: work.get(number) ?? before?.work });
  }
  return [...told.values()].filter(({ born, work: doing }) => born !== undefined || doing !== undefined);
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
