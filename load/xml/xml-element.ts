/** One element of a document with all that lies under it. Names are local: prefixes are the writer's choice. */
export interface XmlElement {
  readonly name: string;
  readonly line: number;
  /** local name → value */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, trimmed. */
  readonly text: string;
}

/** The elements at a path of child names, `AttendanceEvent/EventDate`. */
export function elementsAt(element: XmlElement, path: string): readonly XmlElement[] {
  return path
    .split('/')
    .reduce<readonly XmlElement[]>(
      (at, name) => at.flatMap(({ children }) => children.filter((child) => child.name === name)),
      [element],
    );
}

/** The text of the first element at a path; undefined where there is none or it is empty. */
export function textAt(element: XmlElement, path: string): string | undefined {
  const attribute = path.lastIndexOf('@');
  const found =
    attribute < 0
      ? elementsAt(element, path)[0]?.text
      : (attribute === 0 ? [element] : elementsAt(element, path.slice(0, attribute - 1)))[0]?.attributes.get(
          path.slice(attribute + 1),
        );
  return found === undefined || found === '' ? undefined : found;
}

/** The texts of all elements at a path, in one line; undefined where there is none. */
export function allTextAt(element: XmlElement, path: string): string | undefined {
  const texts = elementsAt(element, path).flatMap(({ text }) => (text === '' ? [] : text));
  return texts.length === 0 ? undefined : texts.join('; ');
}

/** The values that a source record takes from an element, field by field. */
export function pick<Field extends string>(
  element: XmlElement,
  fields: Readonly<Record<Field, string>>,
): Partial<Record<Field, string>> {
  const picked: Partial<Record<Field, string>> = {};
  for (const field of Object.keys(fields) as Field[]) {
    const text = textAt(element, fields[field]);
    if (text !== undefined) picked[field] = text;
  }
  return picked;
}

/** The paths of all leaves under an element that hold text, and of its attributes. */
export function* xmlLeafPaths(element: XmlElement, under = ''): Generator<string> {
  for (const attribute of element.attributes.keys()) yield under === '' ? `@${attribute}` : `${under}/@${attribute}`;
  if (under !== '' && element.children.length === 0 && element.text !== '') yield under;
  for (const child of element.children)
    yield* xmlLeafPaths(child, under === '' ? child.name : `${under}/${child.name}`);
}

/** Text that stands between elements where only elements belong. */
export function hasStrayText(element: XmlElement): boolean {
  return element.children.length > 0 && element.text !== '';
}
