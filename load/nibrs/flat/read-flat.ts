import type { InputFile } from '../../input/input-file.ts';
import type { OnBytes, ItemPart, SourceItem } from '../../source-item.ts';
import { unreadableIn } from '../../unreadable-in.ts';
import type { NibrsSource } from '../source-record.ts';
import { flatMappings, type Columns } from './mappings.ts';
import { isPersonal, readFlatReport } from './read-flat-report.ts';
import { at, readSegments, type Segment } from './read-segments.ts';

/** A NIBRS flat file as source records, report by report. What is mapped of a report shares its fate. */
export async function* readFlat(file: InputFile, onBytes?: OnBytes): AsyncGenerator<SourceItem<NibrsSource>> {
  let report: [Segment, ...Segment[]] | undefined;
  for await (const segment of readSegments(file, onBytes)) {
    const begins = ['ZeroReport', 'Administrative', 'GroupBArrest'].includes(segment.kind);
    if (report !== undefined && !begins && report[0].report === segment.report) report.push(segment);
    else {
      if (report !== undefined) yield* itemsOf(report);
      report = [segment];
    }
  }
  if (report !== undefined) yield* itemsOf(report);
}

function* itemsOf(report: readonly [Segment, ...Segment[]]): Generator<SourceItem<NibrsSource>> {
  const [first, ...others] = report;
  const mapped = others.filter(isMapped);
  for (const segment of others) if (!isMapped(segment)) yield { parts: [partOf(segment)], fate: 'unmapped' };
  const read = readFlatReport(report);
  yield {
    parts: [partOf(first), ...mapped.map(partOf)],
    fate: read === undefined ? 'unmapped' : 'skipped' in read ? read : { record: read },
    unreadable: [first, ...mapped].flatMap((segment) => {
      const mapping = Object.entries(flatMappings).find(([kind]) => kind === segment.kind)?.[1];
      if (mapping === undefined) return [];
      return unreadableIn(mapping, (path) => [at(segment.text, path as Columns) ?? '']).map(({ path, form }) => ({
        path: `${segment.kind}/${path}`,
        form,
      }));
    }),
  };
}

function isMapped(segment: Segment): boolean {
  if (segment.kind === 'Victim') return isPersonal(at(segment.text, flatMappings.Victim.fields.category));
  return Object.hasOwn(flatMappings, segment.kind);
}

function partOf({ kind, line }: Segment): ItemPart {
  return { element: kind, place: `line ${line}` };
}
