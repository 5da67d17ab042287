import type { InputFile } from '../input/input-file.ts';
import { readInstant } from '../dates.ts';
import { LoadRefused } from '../load-refused.ts';
import { unmappedFields } from '../mapping.ts';
import type { OnBytes, ItemPart, SourceItem } from '../source-item.ts';
import { unreadableIn } from '../unreadable-in.ts';
import { distinct } from '../distinct.ts';
import { readXml, type XmlShape } from '../xml/read-xml.ts';
import { elementsAt, hasStrayText, xmlLeafPaths, textAt, type XmlElement } from '../xml/xml-element.ts';
import { ChildInParts } from './child-in-parts.ts';
import { cinMappings } from './mappings.ts';
import { isReferredAfterDeath, readChild } from './read-child.ts';
import { readReferral, readUnderReferral } from './read-referral.ts';
import type { CinSource } from './source-record.ts';
import { isUpn } from './upn.ts';

const shape: XmlShape = {
  format: 'a Children in Need census',
  isRoot: ({ local, uri }) => local === 'Message' && uri === '',
  isUnit: (path) => (path.length === 2 && path[1] !== 'Children') || (path.length === 3 && path[1] === 'Children'),
};

/** The elements inside a child that are counted by themselves. */
const counted = new Set<string>(Object.keys(cinMappings));

/** A Children in Need census as source records: each child, then what each of its referrals holds. */
export async function* readCin(file: InputFile, onBytes?: OnBytes): AsyncGenerator<SourceItem<CinSource>> {
  let isCensus = false;
  const children = new Map<string, ChildInParts>();
  for await (const element of readXml(file, shape, onBytes)) {
    isCensus ||= element.name === 'Child' && textAt(element, 'ChildIdentifiers/LAchildID') !== undefined;
    if (element.name === 'Child') yield* readOne(element, children);
    else
      yield {
        parts: [partOf(element)],
        fate: 'unmapped',
        ...(element.name === 'Header' ? { says: headerOf(element) } : {}),
      };
    const collection = textAt(element, 'CollectionDetails/Collection');
    if (collection !== undefined && collection !== 'CIN') {
      throw new LoadRefused(`not ${shape.format}: its header names another collection`, { line: element.line });
    }
    isCensus ||= collection === 'CIN';
  }
  // Other messages have a root of this name too.
  if (!isCensus)
    throw new LoadRefused(`not ${shape.format}: it names no collection and holds no child with an LAchildID`);
}

/** The authority that returns the census, and when the file was made. */
function headerOf(header: XmlElement): NonNullable<SourceItem<unknown>['says']> {
  return {
    issuer: textAt(header, 'Source/LEA')
      ?.replaceAll(/[^A-Za-z0-9]/g, '')
      .slice(0, 12),
    exportedAt: readInstant(textAt(header, 'Source/DateTime')),
  };
}

function* readOne(element: XmlElement, children: Map<string, ChildInParts>): Generator<SourceItem<CinSource>> {
  const child = readChild(element);
  yield item(element, child, notesOn(element));
  const number = 'skipped' in child ? undefined : child.person.number;
  const parts = children.get(number ?? '') ?? new ChildInParts();
  if (number !== undefined) children.set(number, parts);
  parts.next();
  for (const details of elementsAt(element, 'CINdetails')) {
    const receivedOn = textAt(details, cinMappings.CINdetails.fields.receivedOn) ?? 'undated';
    const under = `${number ?? ''}/${parts.nameOf(details, receivedOn)}`;
    // Two assessments of one day are two: a day identifies nothing.
    const told = distinct();
    yield item(
      details,
      number === undefined ? { skipped: 'its child was skipped' } : readReferral(details, number, under),
    );
    for (const inside of details.children.filter(({ name }) => counted.has(name))) {
      const read =
        number === undefined ? { skipped: 'its child was skipped' } : readUnderReferral(inside, number, under);
      yield read === undefined
        ? { parts: [partOf(inside)], fate: 'unmapped' }
        : item(inside, 'sourceId' in read ? { ...read, sourceId: told(read.sourceId) } : read);
    }
  }
}

function item(
  element: XmlElement,
  read: CinSource | { skipped: string },
  notes: readonly string[] = [],
): SourceItem<CinSource> {
  const mapping = cinMappings[element.name as keyof typeof cinMappings];
  return {
    parts: [partOf(element)],
    fate: 'skipped' in read ? read : { record: read },
    unmappedFields: unmappedFields(mapping, ownPaths(element), '/'),
    unreadable: unreadableIn(mapping, (path) => elementsAt(element, path).map(({ text }) => text)),
    notes,
  };
}

function partOf({ name, line }: XmlElement): ItemPart {
  return { element: name, place: `line ${line}` };
}

/** The paths inside an element that are not counted with another. */
function* ownPaths(element: XmlElement): Generator<string> {
  for (const path of xmlLeafPaths({ ...element, children: element.children.filter(({ name }) => !counted.has(name)) }))
    yield path;
}

function notesOn(element: XmlElement): readonly string[] {
  const upn = textAt(element, cinMappings.Child.fields.upn);
  const stray = (at: XmlElement): boolean => hasStrayText(at) || at.children.some(stray);
  return [
    ...(upn !== undefined && !isUpn(upn) ? ['the check letter of a UPN is wrong: it is not used'] : []),
    ...(stray(element) ? ['text between elements is not read'] : []),
    ...(isReferredAfterDeath(element) ? ['a referral comes after the day of death: the day is not used'] : []),
  ];
}
