import { elementsAt, type XmlElement } from '../xml/xml-element.ts';

/**
 * The code of an Ed-Fi descriptor: `uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence` says `Excused Absence`. A bare
 * code, as older exports have it, is one already.
 */
export function codeOf(descriptor: string | undefined): string | undefined {
  if (descriptor === undefined || !descriptor.includes('://')) return descriptor;
  const hash = descriptor.indexOf('#');
  return hash < 0 || hash === descriptor.length - 1 ? undefined : descriptor.slice(hash + 1);
}

/** The codes of all descriptors at a path, in one line: a second behaviour counts as much as the first. */
export function codesAt(element: XmlElement, path: string): string | undefined {
  const codes = new Set(elementsAt(element, path).flatMap(({ text }) => (text === '' ? [] : (codeOf(text) ?? []))));
  return codes.size === 0 ? undefined : [...codes].join('; ');
}
