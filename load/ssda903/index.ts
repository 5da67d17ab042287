import type { ChildProtectionRecords } from '@trellis/subgraph-child-protection';
import { recordId } from '@trellis/subgraph-kit';
import { childProtectionTables } from '../agencies/child-protection.ts';
import { unknownFile } from '../cin/map-cin.ts';
import type { Format, MappingContext, Scanned } from '../format.ts';
import { mapItems, type Mapped } from '../map-items.ts';
import { dayOfEnd } from '../said-end.ts';
import type { OnBytes, SourceItem, SourcePerson } from '../source-item.ts';
import { careOf } from './care-of.ts';
import { tableOfHead } from './csv-tables.ts';
import { ssda903Mappings } from './mappings.ts';
import { readSsda903Csv } from './read-ssda903-csv.ts';
import { readSsda903Xml } from './read-ssda903-xml.ts';
import type { EpisodeSource, Ssda903Source } from './source-record.ts';

const source = 'ssda903';

const both = {
  ...childProtectionTables,
  source,
  fileNamesArePersonal: false,
  // Its numbers are those of the authority's census as well, and it does not say which authority that is.
  needsSource: true,
};
const { Header, Episodes, HEADER, EPISODE } = ssda903Mappings;

/** The return of children looked after in England, XML, into child protection. */
export const ssda903: Format<ChildProtectionRecords> = {
  ...both,
  title: 'SSDA903, XML',
  mappings: { HEADER, EPISODE },
  recognises: (_name, head) => /^\s*</.test(head) && /<(?:\w+:)?\w*SSDA903/i.test(head),
  scan: ([file], _agency, onBytes) => scan((again) => readSsda903Xml(file, again), onBytes),
};

/** The same return as CSV: the tables of a folder or archive together. */
export const ssda903Csv: Format<ChildProtectionRecords> = {
  ...both,
  title: 'SSDA903, CSV',
  mappings: { Header, Episodes },
  isSet: true,
  recognises: (_name, head) => tableOfHead(head) !== undefined,
  scan: (input, _agency, onBytes) => scan((again) => readSsda903Csv(input, again), onBytes),
};

async function scan(
  read: (onBytes?: OnBytes) => AsyncIterable<SourceItem<Ssda903Source>>,
  onBytes: OnBytes | undefined,
): Promise<Scanned<ChildProtectionRecords>> {
  const persons: SourcePerson[] = [];
  const episodes = new Map<string, EpisodeSource[]>();
  for await (const { fate } of read(onBytes)) {
    if (fate === 'unmapped' || 'skipped' in fate) continue;
    const { record } = fate;
    if (record.of === 'children') persons.push(record.person);
    else episodes.set(record.child, [...(episodes.get(record.child) ?? []), record]);
  }
  return {
    persons,
    numbers: new Set([...persons.map(({ number }) => number), ...episodes.keys()]),
    read: (context, onBytesAgain) =>
      mapItems(
        read(onBytesAgain),
        (record) => mapRecord(record, episodes, context),
        (record) => (record.of === 'children' ? record.person.number : record.child),
      ),
  };
}

/** A record of the return as child protection's records. A child of whom no episode is told has no file. */
function mapRecord(
  record: Ssda903Source,
  episodes: ReadonlyMap<string, readonly EpisodeSource[]>,
  context: Pick<MappingContext, 'findChild' | 'source' | 'exportedOn'>,
): Mapped<ChildProtectionRecords> {
  const identified = (table: string, sourceId: string) => ({
    id: recordId('child-protection', table, context.source, sourceId),
    source: context.source,
    sourceId,
  });
  const number = record.of === 'children' ? record.person.number : record.child;
  const found = context.findChild(number);
  if ('skipped' in found) return found;
  if (record.of === 'children') return {};
  const until = ({ from, to }: EpisodeSource): string | null => dayOfEnd(to, context.exportedOn, from);
  const told = (episodes.get(number) ?? []).map((episode) => ({ ...episode, to: until(episode) }));
  const file = { ...identified('files', number), child: found.child, ...unknownFile, ...careOf(told) };
  const { from, setting, sourceId } = record;
  const placement = identified('placements', sourceId);
  // An earlier export may have told of this episode that the child lived where the network has a word for it.
  if (setting === undefined)
    return {
      records: { files: [file] },
      takesBack: [{ table: 'placements', values: [placement.id], isSuperseded: true }],
    };
  const unsaid = { carers: null, relationship: null, operator: null, phone: null, address: null };
  return {
    files: [file],
    placements: [{ ...placement, file: file.id, from, to: until(record), setting, ...unsaid }],
  };
}
