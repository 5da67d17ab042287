import type { InputFile } from '../input/input-file.ts';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { LoadRefused } from '../load-refused.ts';
import type { OnBytes } from '../source-item.ts';
import { Ampersands } from './ampersands.ts';
import { readText } from '../input/read-text.ts';
import type { XmlElement } from './xml-element.ts';

/** The shape by which a format's documents are cut into units: each is held in memory whole, one after the other. */
export interface XmlShape {
  /** The format's name, for messages. */
  readonly format: string;
  readonly isRoot: (root: { local: string; uri: string }) => boolean;
  /** The reason why a document of another root is refused, where more can be said than that it is another. */
  readonly whyNot?: (root: { local: string; uri: string }) => string | undefined;
  /** Is the element at this path of local names, root included, a unit? */
  readonly isUnit: (path: readonly string[]) => boolean;
}

/** More elements than this in one unit, or deeper than this, is no record of a person: the file is refused before it fills the memory. */
const unitLimit = 100_000;
const depthLimit = 100;

interface Growing {
  name: string;
  line: number;
  attributes: ReadonlyMap<string, string>;
  children: Growing[];
  text: string;
}

/**
 * The units of an XML document, in order, as they are read. Refuses, with line and column, what is not well-formed, and a document
 * of another format. A document type is refused too: no format read here has one, and entities are how XML is made to explode.
 */
export async function* readXml(file: InputFile, shape: XmlShape, onBytes?: OnBytes): AsyncGenerator<XmlElement> {
  const parser = new SaxesParser({ xmlns: true });
  const ampersands = new Ampersands();
  const ready: XmlElement[] = [];
  const names: string[] = [];
  let open: Growing[] = [];
  let size = 0;
  const refuse = (reason: string): never => {
    throw new LoadRefused(reason, { line: parser.line, column: parser.column });
  };

  parser.on('error', (error) => {
    const ampersand = ampersands.first();
    if (ampersand !== undefined)
      throw new LoadRefused('not well-formed: an ampersand that is not escaped; write &amp;', ampersand);
    refuse(`not well-formed: ${withoutPlace(error.message)}`);
  });
  const passed = (): void => ampersands.passed(parser.position);
  for (const event of ['comment', 'processinginstruction'] as const) parser.on(event, passed);
  parser.on('doctype', () => refuse('a document type is not read'));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding))
      refuse('only UTF-8 is read: convert the file first');
  });
  parser.on('opentag', (tag) => {
    passed();
    names.push(tag.local);
    if (names.length > depthLimit) refuse(`deeper than ${depthLimit} elements`);
    if (names.length === 1 && !shape.isRoot(tag))
      refuse(shape.whyNot?.(tag) ?? `not ${shape.format}: its root element is another`);
    const parent = open.at(-1);
    if (!parent && !shape.isUnit(names)) return;
    if (++size > unitLimit) refuse(`more than ${unitLimit} elements in one record`);
    const element: Growing = {
      name: tag.local,
      line: parser.line,
      attributes: attributesOf(tag),
      children: [],
      text: '',
    };
    parent?.children.push(element);
    open.push(element);
  });
  const text = (piece: string): void => {
    const element = open.at(-1);
    if (element) element.text += piece;
  };
  parser.on('text', text);
  parser.on('cdata', (piece) => {
    passed();
    text(piece);
  });
  parser.on('closetag', () => {
    passed();
    names.pop();
    const element = open.pop();
    if (!element) return;
    element.text = element.text.trim();
    if (open.length > 0) return;
    ready.push(element);
    open = [];
    size = 0;
  });

  let isEmpty = true;
  for await (const piece of readText(file, onBytes)) {
    isEmpty &&= piece.trim() === '';
    ampersands.add(piece);
    parser.write(piece);
    yield* ready.splice(0);
  }
  if (isEmpty) throw new LoadRefused('not well-formed: the file is empty');
  parser.close();
  yield* ready.splice(0);
}

function attributesOf(tag: SaxesTagNS): ReadonlyMap<string, string> {
  return new Map(
    Object.values(tag.attributes)
      .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
      .map(({ local, value }) => [local, value]),
  );
}

/** The parser's message without the `line:column:` it starts with and without what it may quote from the file. */
function withoutPlace(message: string): string {
  return message
    .replace(/^[^:]*:?\d+:\d+: /, '')
    .replace(/\.$/, '')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|: .*$/g, '…');
}
