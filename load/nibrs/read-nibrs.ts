import type { InputFile } from '../input/input-file.ts';
import { readMoment } from '../dates.ts';
import { unmappedFields } from '../mapping.ts';
import type { OnBytes, ItemPart, SourceItem } from '../source-item.ts';
import { unreadableIn } from '../unreadable-in.ts';
import { readXml, type XmlShape } from '../xml/read-xml.ts';
import { elementsAt, xmlLeafPaths, textAt, type XmlElement } from '../xml/xml-element.ts';
import { nibrsMappings } from './mappings.ts';
import { isPerson } from './read-persons.ts';
import { readReport } from './read-report.ts';
import type { NibrsSource } from './source-record.ts';

const shape: XmlShape = {
  format: 'a NIBRS submission',
  isRoot: ({ local, uri }) => local === 'Submission' && uri.startsWith('http://fbi.gov/cjis/nibrs/'),
  isUnit: (path) => path.length === 2,
};

const persons = new Set(['Victim', 'Subject', 'Arrestee']);

/** A NIBRS submission as source records, report by report. What is mapped of a report shares its fate. */
export async function* readNibrs(file: InputFile, onBytes?: OnBytes): AsyncGenerator<SourceItem<NibrsSource>> {
  for await (const element of readXml(file, shape, onBytes)) {
    if (element.name === 'Report') yield* readOne(element);
    else yield { parts: [partOf(element)], fate: 'unmapped', ...saidIn(element) };
  }
}

/** The moment of the submission: its message says so once, before its reports. */
function saidIn(element: XmlElement): Pick<SourceItem<unknown>, 'says'> {
  const exportedAt = readMoment(textAt(element, 'MessageDateTime') ?? textAt(element, 'MessageDateTime/DateTime'));
  return element.name === 'MessageMetadata' && exportedAt !== undefined ? { says: { exportedAt } } : {};
}

function* readOne(report: XmlElement): Generator<SourceItem<NibrsSource>> {
  const mapped = report.children.filter(isMapped);
  for (const child of report.children) {
    if (!isMapped(child)) yield { parts: [partOf(child)], fate: 'unmapped' };
  }
  const read = readReport(report);
  yield {
    parts: [partOf(report), ...mapped.map(partOf)],
    fate: read === undefined ? 'unmapped' : 'skipped' in read ? read : { record: read },
    unmappedFields: mapped.flatMap((child) =>
      unmappedFields(nibrsMappings[child.name as keyof typeof nibrsMappings], xmlLeafPaths(child), '/').map(
        (path) => `${child.name}/${path}`,
      ),
    ),
    unreadable: mapped.flatMap((child) =>
      unreadableIn(nibrsMappings[child.name as keyof typeof nibrsMappings], (path) =>
        elementsAt(child, path).map(({ text }) => text),
      ).map(({ path, form }) => ({ path: `${child.name}/${path}`, form })),
    ),
  };
}

function isMapped(element: XmlElement): boolean {
  return Object.hasOwn(nibrsMappings, element.name) && (!persons.has(element.name) || isPerson(element));
}

function partOf({ name, line }: XmlElement): ItemPart {
  return { element: name, place: `line ${line}` };
}
