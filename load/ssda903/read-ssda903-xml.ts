import type { InputFile } from '../input/input-file.ts';
import { unmappedFields } from '../mapping.ts';
import type { OnBytes, SourceItem } from '../source-item.ts';
import { unreadableIn } from '../unreadable-in.ts';
import { readXml, type XmlShape } from '../xml/read-xml.ts';
import { elementsAt, xmlLeafPaths, pick, type XmlElement } from '../xml/xml-element.ts';
import { distinct } from '../distinct.ts';
import { ssda903Mappings } from './mappings.ts';
import { readEpisode, readHeader } from './read-record.ts';
import type { Ssda903Source } from './source-record.ts';

const shape: XmlShape = {
  format: 'an SSDA903 return',
  isRoot: ({ local }) => /SSDA903/i.test(local),
  isUnit: (path) => path.length === 2,
};

/** A return as source records, child by child: the header, then the episodes. */
export async function* readSsda903Xml(file: InputFile, onBytes?: OnBytes): AsyncGenerator<SourceItem<Ssda903Source>> {
  const nth = distinct();
  for await (const child of readXml(file, shape, onBytes)) {
    if (child.name !== 'CHILD') {
      yield { parts: [partOf(child)], fate: 'unmapped' };
      continue;
    }
    const { HEADER: mapping } = ssda903Mappings;
    const header = elementsAt(child, 'HEADER')[0];
    const number = header && pick(header, mapping.fields).number;
    for (const element of child.children) {
      if (element.name === 'HEADER') yield item(element, readHeader(pick(element, mapping.fields)));
      else if (element.name === 'EPISODE')
        yield item(
          element,
          number === undefined
            ? { skipped: 'its child has no number' }
            : readEpisode({ number, ...pick(element, ssda903Mappings.EPISODE.fields) }, nth),
        );
      else yield { parts: [partOf(element)], fate: 'unmapped' };
    }
  }
}

function item(element: XmlElement, read: Ssda903Source | { readonly skipped: string }): SourceItem<Ssda903Source> {
  const mapping = ssda903Mappings[element.name as 'HEADER' | 'EPISODE'];
  return {
    parts: [partOf(element)],
    fate: 'skipped' in read ? read : { record: read },
    unmappedFields: unmappedFields(mapping, xmlLeafPaths(element), '/'),
    unreadable: unreadableIn(mapping, (path) => elementsAt(element, path).map(({ text }) => text)),
  };
}

function partOf({ name, line }: XmlElement): { readonly element: string; readonly place: string } {
  return { element: name, place: `line ${line}` };
}
