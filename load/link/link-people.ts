import { foldName } from '@trellis/people';
import type { ChildRecord } from '@trellis/subgraph-identity';
import { yearsLived } from '@trellis/vocabulary';
import type { ChildFound } from '../format.ts';
import type { SourcePerson } from '../source-item.ts';
import {
  candidatesFor,
  childrenById,
  childrenByNumber,
  hasName,
  wholeName,
  type Candidates,
  type KnownChild,
} from './known-children.ts';
import { comparisonOf, differencesIn, isSomebodyElse } from './compare-with-known.ts';
import { toldTwice } from './told-twice.ts';
import type { LinkedChild, How, Linking, LinkingOptions } from './linking.ts';
import type { LinkTarget, PersonLinks } from './read-links.ts';
import { withoutBirthDate } from './without-birth-date.ts';
import type { ReviewEntry } from './review-list.ts';

/** Young people may be served past 18 (in care, special education); past this nobody here is one. */
const oldest = 26;

const reasons = {
  old: `is ${oldest} or older on the reference date: not a child or young person`,
  doubt: 'whose it is is in doubt: see `trellis link list`',
  unknown: 'its child is not known yet: load the file that identifies it first, or link it',
} as const;

/**
 * Says which child each number of a file means: by the links file, by the number on record, or by exactly one child of the same name and
 * birth date. Where it is doubtful nothing is linked and a person is asked. A person like nobody known is a new child.
 */
export async function linkPeople(
  persons: readonly SourcePerson[],
  numbers: ReadonlySet<string>,
  options: LinkingOptions,
): Promise<Linking> {
  const { identity, links } = options;
  const onRecord = await childrenByNumber(identity, options, numbers);
  const ownEarlier = options.earlier.filter(({ issuer }) => issuer === options.issuer);
  for (const { number, child } of ownEarlier) if (!onRecord.has(number)) onRecord.set(number, child);
  const linked = await childrenById(
    identity,
    [...links.byNumber.values()].flatMap((target) => (target === 'new' ? [] : [target.child])),
  );
  const strangers = persons.filter((person) => !onRecord.has(person.number) && linkFor(person, links) === undefined);
  const candidates = await candidatesFor(identity, options, strangers);
  const numbered = new Set(ownEarlier.map(({ child }) => child.id));
  for (const { child } of options.earlier) {
    candidates.add({ ...child, numbered: numbered.has(child.id) });
    linked.set(child.id, child);
  }
  const linker = new Linker(options, onRecord, linked, candidates);
  for (const person of toldTwice(persons)) linker.addTwoPeople(person);
  for (const person of persons) linker.addPerson(person);
  for (const number of numbers) linker.addNumber(number);
  return linker;
}

function linkFor(person: SourcePerson, links: PersonLinks): LinkTarget | undefined {
  return [person.number, ...(person.otherNumbers ?? [])]
    .map((number) => links.byNumber.get(number))
    .find((target) => target !== undefined);
}

class Linker implements Linking {
  readonly found = new Map<string, LinkedChild>();
  readonly review: ReviewEntry[] = [];
  readonly notes: string[] = [];
  readonly #skipped = new Map<string, string>();
  /** The demographics of people in this file. */
  readonly #sameFile = new Set<string>();
  readonly #options: LinkingOptions;
  readonly #onRecord: ReadonlyMap<string, KnownChild>;
  /** Children a link may mean: known ones, and those made under their label by an earlier line. */
  readonly #linked: Map<string, KnownChild>;
  readonly #candidates: Candidates;

  constructor(
    options: LinkingOptions,
    onRecord: ReadonlyMap<string, KnownChild>,
    linked: Map<string, KnownChild>,
    candidates: Candidates,
  ) {
    this.#options = options;
    this.#onRecord = onRecord;
    this.#linked = linked;
    this.#candidates = candidates;
  }

  find(number: string): ChildFound {
    const found = this.found.get(number);
    return found ? { child: found.child } : { skipped: this.#skipped.get(number) ?? reasons.unknown };
  }

  known(number: string): KnownChild | undefined {
    return this.#onRecord.get(number);
  }

  /** A number by which the file names two people, unless a person has said whose it is. */
  addTwoPeople(person: SourcePerson): void {
    const known = this.#onRecord.get(person.number);
    if (known?.settled === true || linkFor(person, this.#options.links) !== undefined) return;
    this.#doubt(person, 'the file has two people of this number', known);
  }

  addPerson(person: SourcePerson): void {
    if (this.found.has(person.number) || this.#skipped.has(person.number)) return;
    if (person.birthDate !== undefined && yearsLived(person.birthDate, this.#options.today) >= oldest) {
      this.#skipped.set(person.number, reasons.old);
      return;
    }
    if (person.birthDate !== undefined && person.birthDate > this.#options.today) {
      this.notes.push('a birth date is after the day of loading: it is not used');
      this.addPerson(withoutBirthDate(person));
      return;
    }
    const target = linkFor(person, this.#options.links);
    const onRecord = this.#onRecord.get(person.number);
    if (onRecord && target === undefined && onRecord.settled !== true && isSomebodyElse(person, onRecord)) {
      this.#doubt(person, 'the number has another child, of another name and birth date', onRecord);
    } else if (onRecord) {
      if (target !== undefined && target !== 'new' && target.child !== onRecord.id) {
        this.#doubt(person, 'the links file names another child than the number has', onRecord);
      } else this.#take(person, onRecord, 'known', false);
    } else if (target === 'new') this.#register(person, this.#options.newId());
    else if (target !== undefined) this.#follow(person, target);
    else this.#match(person);
  }

  /** A number the file names without saying who it is. */
  addNumber(number: string): void {
    if (this.found.has(number) || this.#skipped.has(number)) return;
    const known = this.#onRecord.get(number)?.id;
    const target = this.#options.links.byNumber.get(number);
    if (known !== undefined) {
      this.found.set(number, { child: known, how: 'known', birthDate: null, numbered: false, disputed: false });
    } else if (target !== undefined && target !== 'new') {
      if (this.#linked.has(target.child)) {
        const { child } = target;
        this.found.set(number, { child, how: 'linked', birthDate: null, numbered: true, disputed: false });
      } else this.#doubt({ number }, 'the links file names a child that the network does not know');
    }
  }

  #follow(person: SourcePerson, target: { child: string; made: boolean }): void {
    const known = this.#linked.get(target.child);
    if (known) this.#take(person, known, 'linked', true);
    else if (target.made) this.#register(person, target.child, 'linked');
    else this.#doubt(person, 'the links file names a child that the network does not know');
  }

  #match(person: SourcePerson): void {
    if (!hasName(person)) {
      this.#register(person, this.#options.newId());
      return;
    }
    const key = [foldName(person.given), foldName(person.family), person.birthDate ?? ''].join('|');
    const like = this.#candidates.of(person).map((child) => ({ child, verdict: comparisonOf(person, child).verdict }));
    const same = like.filter(({ verdict }) => verdict === 'SAME').map(({ child }) => child);
    const near = like
      .filter(({ verdict, child }) => verdict === 'CANDIDATE' && !child.numbered)
      .map(({ child }) => child);
    const [one] = same;
    const isTwice = this.#sameFile.has(key) && foldName(wholeName(person)).includes(' ');
    this.#sameFile.add(key);
    if (isTwice || same.some(({ numbered }) => numbered)) {
      this.#doubt(person, 'another number of this agency has the same name and birth date', one);
    } else if (same.length > 1) this.#doubt(person, 'several children have this name and birth date', ...same);
    else if (near.length > 0) this.#doubt(person, 'a child has nearly the same name and birth date', ...same, ...near);
    else if (one) this.#take(person, one, 'matched', true);
    else this.#register(person, this.#options.newId());
  }

  /** Identity keeps what it was told first, unless this very source told it, or it was told nothing. */
  #take(person: SourcePerson, known: KnownChild, how: How, numbered: boolean): void {
    const { source } = this.#options;
    const own = known.source === source && known.sourceId === person.number;
    // A later export has spoken since, or another source was first: then only what is not known is taken up.
    const mayCorrect = own && (known.asOf == null || Date.parse(known.asOf) <= Date.parse(this.#options.exportedAt));
    const differences = own ? [] : differencesIn(comparisonOf(person, known));
    for (const what of differences) this.#note(person, `sources disagree on the ${what}: the first is kept`, known);
    const said = { givenName: person.given, familyName: person.family, birthDate: person.birthDate };
    // Silence erases nothing: what the source does not say stays as it is known.
    const record: ChildRecord = {
      id: known.id,
      source: known.source,
      sourceId: known.sourceId,
      givenName: (mayCorrect || known.givenName === '' ? said.givenName : undefined) ?? known.givenName,
      familyName: (mayCorrect || known.familyName === '' ? said.familyName : undefined) ?? known.familyName,
      birthDate: (mayCorrect || known.birthDate === null ? said.birthDate : undefined) ?? known.birthDate,
    };
    const changed =
      record.givenName !== known.givenName ||
      record.familyName !== known.familyName ||
      record.birthDate !== known.birthDate;
    this.found.set(person.number, {
      child: known.id,
      how,
      birthDate: record.birthDate,
      numbered,
      ...(changed ? { record } : {}),
      disputed: differences.includes('birth date'),
    });
  }

  #register(person: SourcePerson, child: string, how: How = 'registered'): void {
    const record = this.#recordOf(person, child);
    this.found.set(person.number, { child, how, birthDate: record.birthDate, numbered: true, record, disputed: false });
    if (how === 'linked') this.#linked.set(child, record);
  }

  #doubt(person: SourcePerson, reason: string, ...children: readonly (KnownChild | undefined)[]): void {
    this.#skipped.set(person.number, reasons.doubt);
    const known = children.filter((child) => child !== undefined);
    if (known.length === 0) this.review.push({ ...this.#entry(person), kind: 'WHO', reason });
    for (const child of known)
      this.review.push({ ...this.#entry(person), kind: 'WHO', reason, child: child.id, known: child });
  }

  /** Something to settle that keeps nothing from being loaded. */
  #note(person: SourcePerson, reason: string, known?: KnownChild): void {
    this.review.push({
      ...this.#entry(person),
      kind: 'DIFFERENCE',
      reason,
      ...(known ? { child: known.id, known } : {}),
    });
  }

  #entry(person: SourcePerson): Pick<ReviewEntry, 'agency' | 'issuer' | 'number' | 'person'> {
    return { agency: this.#options.agency, issuer: this.#options.issuer, number: person.number, person };
  }

  #recordOf(person: SourcePerson, id: string): ChildRecord {
    return {
      id,
      source: this.#options.source,
      sourceId: person.number,
      givenName: person.given ?? '',
      familyName: person.family ?? '',
      birthDate: person.birthDate ?? null,
    };
  }
}
