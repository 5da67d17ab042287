import { elementsAt, pick, type XmlElement } from '../xml/xml-element.ts';
import { nibrsMappings } from './mappings.ts';
import type { PersonSource } from './source-record.ts';

type Ages = ReadonlyMap<string, boolean>;

/** The people in a report who are people: a business or the public is a victim too, and has no person behind it. */
export function readPersons(report: XmlElement, incident: string, arrestedOn: string | null): readonly PersonSource[] {
  const adults = adultsIn(report);
  // Of whom no person stands in the report, nobody knows that it is no child.
  const isAdult = (who: string | undefined): boolean => who !== undefined && adults.get(who) === true;
  const relationships = relationshipsIn(report);
  const person = (
    id: string,
    said: Omit<PersonSource['said'], 'relationship' | 'disposition' | 'dispositionOn'>,
  ): PersonSource => ({
    number: `${incident}/${id}`,
    sourceId: `${incident}/${id}`,
    said: { ...said, relationship: null, disposition: null, dispositionOn: null },
  });

  const victims = elementsAt(report, 'Victim').flatMap((element) => {
    const { id, person: who, category } = pick(element, nibrsMappings.Victim.fields);
    if (id === undefined || !isPerson(element)) return [];
    // A law enforcement officer is an adult, whatever the age given.
    const read = person(id, { role: 'VICTIM', adult: category === 'L' || isAdult(who) });
    return [{ ...read, said: { ...read.said, relationship: relationships.get(id) ?? null } }];
  });
  const subjects = elementsAt(report, 'Subject').flatMap((element) => {
    const { id, person: who } = pick(element, nibrsMappings.Subject.fields);
    return id === undefined ? [] : [person(id, { role: 'SUBJECT', adult: isAdult(who) })];
  });
  const arrestees = elementsAt(report, 'Arrestee').flatMap((element) => {
    const { id, person: who, juvenileDisposition } = pick(element, nibrsMappings.Arrestee.fields);
    if (id === undefined) return [];
    const read = person(id, { role: 'ACCUSED', adult: isAdult(who) });
    return [{ ...read, said: { ...read.said, ...dispositionOf(juvenileDisposition, read.said.adult, arrestedOn) } }];
  });
  return [...victims, ...subjects, ...arrestees];
}

/** Is this element somebody, or a business, a society, the public? An individual or an officer is, also where no person is told. */
export function isPerson(element: XmlElement): boolean {
  const { person, category } = pick(element, nibrsMappings.Victim.fields);
  return person !== undefined || element.name !== 'Victim' || category === 'I' || category === 'L';
}

/** Known to be an adult: by an age, or by a range that begins at 18. What is text (`BABY`, `UNKNOWN`) is no such knowledge. */
function adultsIn(report: XmlElement): Ages {
  const ages = new Map<string, boolean>();
  for (const element of elementsAt(report, 'Person')) {
    const { id, age, ageFrom, ageFromBefore } = pick(element, nibrsMappings.Person.fields);
    const least = age ?? ageFrom ?? ageFromBefore;
    if (id !== undefined) ages.set(id, least !== undefined && /^\d{1,3}$/.test(least) && Number(least) >= 18);
  }
  return ages;
}

function relationshipsIn(report: XmlElement): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const element of elementsAt(report, 'SubjectVictimAssociation')) {
    const { victim, relationship } = pick(element, nibrsMappings.SubjectVictimAssociation.fields);
    if (victim === undefined || relationship === undefined) continue;
    const before = found.get(victim);
    const words = relationship.replaceAll('_', ', ');
    found.set(victim, before === undefined || before === words ? words : `${before}; ${words}`);
  }
  return found;
}

/** Element 52: H is handled within the department, R is referred to the authorities. */
export function dispositionOf(
  code: string | undefined,
  adult: boolean,
  on: string | null,
): Pick<PersonSource['said'], 'disposition' | 'dispositionOn'> {
  if (adult || code === undefined) return { disposition: null, dispositionOn: null };
  return code === 'H'
    ? { disposition: 'EXTRAJUDICIAL_MEASURE', dispositionOn: on }
    : { disposition: 'PENDING', dispositionOn: null };
}
