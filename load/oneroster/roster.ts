import { readBirthday, readDay, readInstant } from '../dates.ts';
import { pickValues } from '../csv/row-item.ts';
import type { LoadInput } from '../format.ts';
import { LoadRefused } from '../load-refused.ts';
import { saidEnd } from '../said-end.ts';
import type { OnBytes, SourcePerson } from '../source-item.ts';
import { oneRosterMappings } from './mappings.ts';
import { readRoster } from './roster-files.ts';

/** Checks whether the source takes a line back: `tobedeleted`, in whatever case. A status that is not understood counts the same. */
export function isTakenBack(status: string | undefined): boolean {
  return status !== undefined && status.toLowerCase() !== 'active';
}

interface Student {
  readonly person: SourcePerson;
  readonly grade: string | null;
}

/** The facts that must be known of a whole roster before its lines can be mapped: who is a student, when born, and where every class has ended. */
export class Roster {
  readonly students = new Map<string, Student>();
  /** Every line that tells of a student: one number may be two people's. */
  readonly persons: SourcePerson[] = [];
  /** Users who are not students: an earlier roster may have said otherwise. */
  readonly others = new Set<string>();
  readonly schools = new Set<string>();
  readonly takenBack = new Set<string>();
  issuer: string | undefined;
  /** The manifest says of a file that it holds only what has changed. */
  isDelta = false;
  readonly #born = new Map<string, Pick<SourcePerson, 'birthDate' | 'sex'>>();
  readonly #roles = new Set<string>();
  /** student and school → the last day of its classes, as `saidEnd` reads it; null while one has no end */
  readonly #ends = new Map<string, string | null>();
  /** student → the latest change of the lines that say when classes end */
  readonly #changed = new Map<string, string>();

  static async read(input: LoadInput, onBytes?: OnBytes): Promise<Roster> {
    const roster = new Roster();
    // Who is a student is told by a file after the users in the newer version: it is read before them.
    for await (const { of, row } of readRoster(input, undefined, new Set(['demographics', 'roles']))) {
      if (of === 'demographics') roster.#addDemographics(pickValues(row, oneRosterMappings.demographics.fields));
      else if (of === 'roles') roster.#addRole(pickValues(row, oneRosterMappings.roles.fields));
    }
    for await (const { of, row } of readRoster(input, onBytes)) {
      if (of === 'manifest') roster.#addManifest(pickValues(row, oneRosterMappings.manifest.fields));
      else if (of === 'orgs') roster.#addSchool(pickValues(row, oneRosterMappings.orgs.fields));
      else if (of === 'users') roster.#addUser(pickValues(row, oneRosterMappings.users.fields));
      else if (of === 'enrollments')
        roster.#addEnrollment(
          pickValues(row, oneRosterMappings.enrollments.fields),
          readInstant(row.values.get('dateLastModified')),
        );
    }
    return roster;
  }

  /** The last day of a student's classes at a school; null where one goes on, or none is known. */
  lastDay(student: string, school: string): string | null {
    return this.#ends.get(`${student}/${school}`) ?? null;
  }

  /** The moment at which what is said of a student's enrolments last changed, by a line's own and by those of the classes. */
  changedAt(student: string, own: string | undefined): string | undefined {
    const other = this.#changed.get(student);
    return own === undefined || other === undefined || own > other ? own : other;
  }

  #addManifest({ name = '', value = '' }: { name?: string; value?: string }): void {
    if (name === 'oneroster.version' && !/^1\.[12]$/.test(value))
      throw new LoadRefused('a roster of another version: OneRoster 1.1 and 1.2 are read');
    if (name.startsWith('file.') && value.toLowerCase() === 'delta') this.isDelta = true;
    if (name === 'source.systemCode' && value !== '')
      this.issuer = value.replaceAll(/[^A-Za-z0-9.-]/g, '').slice(0, 40);
  }

  #addSchool({ sourceId, type, status }: { sourceId?: string; type?: string; status?: string }): void {
    if (sourceId !== undefined && type?.toLowerCase() === 'school' && !isTakenBack(status)) this.schools.add(sourceId);
  }

  #addDemographics(read: { number?: string; birthDate?: string; sex?: string; status?: string }): void {
    if (read.number === undefined || isTakenBack(read.status)) return;
    const birthDate = readBirthday(read.birthDate);
    const sex = read.sex?.toLowerCase();
    this.#born.set(read.number, {
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(sex === 'female' || sex === 'male' ? { sex } : {}),
    });
  }

  #addRole({ number, role, status }: { number?: string; role?: string; status?: string }): void {
    if (number !== undefined && isStudent(role) && !isTakenBack(status)) this.#roles.add(number);
  }

  #addUser(read: Partial<Record<keyof typeof oneRosterMappings.users.fields, string>>): void {
    const { number, given, family, identifier, grades } = read;
    if (number === undefined) return;
    const is = isStudent(read.role) || this.#roles.has(number);
    // The newer version says in another file who is a student, which need not tell of somebody who is deleted.
    if (isTakenBack(read.status) && (is || read.role === undefined)) this.takenBack.add(number);
    else if (!is) this.others.add(number);
    if (isTakenBack(read.status) || !is) return;
    const person: SourcePerson = {
      number,
      ...(given === undefined ? {} : { given }),
      ...(family === undefined ? {} : { family }),
      ...this.#born.get(number),
      ...(identifier === undefined ? {} : { otherNumbers: [identifier] }),
    };
    this.persons.push(person);
    this.students.set(number, { person, grade: gradeOf(grades) });
  }

  #addEnrollment(
    read: { number?: string; school?: string; role?: string; status?: string; exitOn?: string },
    changed: string | undefined,
  ): void {
    if (read.number === undefined || read.school === undefined || !isStudent(read.role)) return;
    const latest = this.#changed.get(read.number);
    if (changed !== undefined && (latest === undefined || latest < changed)) this.#changed.set(read.number, changed);
    if (isTakenBack(read.status)) return;
    const key = `${read.number}/${read.school}`;
    const end = saidEnd(read.exitOn, readDay);
    const before = this.#ends.get(key);
    this.#ends.set(
      key,
      before === undefined ? end : before === null || end === null ? null : before > end ? before : end,
    );
  }
}

export function isStudent(role: string | undefined): boolean {
  return role?.toLowerCase() === 'student';
}

/** The grade of a list of CEDS codes, as the network has it; null where it has none. */
function gradeOf(grades: string | undefined): string | null {
  const first = grades?.split(',')[0]?.trim().toUpperCase() ?? '';
  if (first === 'PK' || first === 'JK') return 'JK';
  if (first === 'KG' || first === 'K' || first === 'SK') return 'SK';
  const number = /^0?(\d|1[0-2])$/.exec(first)?.[1];
  return number === undefined || number === '0' ? null : number;
}
