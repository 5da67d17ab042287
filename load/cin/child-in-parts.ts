import { createHash } from 'node:crypto';
import type { XmlElement } from '../xml/xml-element.ts';
import type { ChildSource } from './source-record.ts';

/** The referrals of one child that a census told so far, in however many elements: the same one told again is the same, another of the day is another. */
export class ChildInParts {
  /** day → the referrals of that day, each with the element it came in */
  readonly #told = new Map<string, { readonly print: string; readonly part: number }[]>();
  #part = 0;

  /** To be called at each element of the child. */
  next(): void {
    this.#part += 1;
  }

  /** The name of a referral among those of its day: the day, and from the second on its place. */
  nameOf(details: XmlElement, day: string): string {
    const told = this.#told.get(day) ?? [];
    const print = printOf(details);
    const again = told.findIndex((one) => one.print === print && one.part !== this.#part);
    if (again < 0) this.#told.set(day, [...told, { print, part: this.#part }]);
    const nth = again < 0 ? told.length + 1 : again + 1;
    return nth > 1 ? `${day}#${nth}` : day;
  }
}

/** The state of a file by two elements of its child: open while one of them says so. */
export function bothFiles(one: ChildSource['file'], other: ChildSource['file']): ChildSource['file'] {
  const open = [one, other].filter(({ status }) => status === 'OPEN');
  const days = (read: (file: ChildSource['file']) => string | null, of: readonly ChildSource['file'][]): string[] =>
    of.flatMap((file) => read(file) ?? []).sort();
  return {
    status: open.length > 0 ? 'OPEN' : 'CLOSED',
    openedOn: days(({ openedOn }) => openedOn, open.length > 0 ? open : [one, other])[0] ?? null,
    closedOn: open.length > 0 ? null : (days(({ closedOn }) => closedOn, [one, other]).at(-1) ?? null),
  };
}

/** A digest of what an element says, so that no value is kept. */
function printOf(element: XmlElement): string {
  const plain = ({ name, text, children }: XmlElement): unknown => [name, text, children.map(plain)];
  return createHash('sha256')
    .update(JSON.stringify(plain(element)))
    .digest('base64');
}
