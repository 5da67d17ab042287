import type { FhirSource, EncounterSource } from './source-record.ts';
import { References } from './references.ts';
import { ResourceVersions, versionOf, type Versioned } from './versions.ts';
import type { Entry } from './read-entries.ts';
import { codeInWords } from '../value-sets/classify.ts';
import { readDay } from '../dates.ts';
import type { SourcePerson } from '../source-item.ts';

interface Seen {
  first: string;
  last: string;
  provider: string | undefined;
}

/** The facts that must be known of a whole FHIR file before its records can be mapped: who is meant, and since when somebody is in service. */
export class FhirFile {
  readonly references = new References();
  readonly versions = new ResourceVersions();
  readonly #people = new Map<string, { person: SourcePerson; entry: Versioned }[]>();
  readonly #subjects = new Set<string>();
  readonly #seen = new Map<string, Seen>();
  readonly #worksFor = new Map<string, string>();
  readonly #seenByNumber = new Map<string, Seen>();
  readonly #employers = new Map<string, string>();
  readonly #said = new Map<string, { name: string; phone: string | null }>();

  add(entry: Entry, record: FhirSource | undefined): void {
    this.references.add(entry);
    this.versions.add(entry);
    if (record === undefined || record.of === 'takenBack') return;
    if (record.of === 'patients') {
      const { number } = record.person;
      this.#people.set(number, [
        ...(this.#people.get(number) ?? []),
        { person: record.person, entry: versionOf(entry) },
      ]);
    } else if (record.of === 'providers') this.#said.set(record.sourceId, record.said);
    else {
      this.#subjects.add(record.subject);
      if (record.of === 'encounters') this.#addEncounter(record);
    }
  }

  /** The number of the patient a reference means. */
  patient(reference: string): string | undefined {
    const resolved = this.references.resolve(reference);
    return resolved?.startsWith('Patient/') === true ? resolved.slice('Patient/'.length) : undefined;
  }

  /** The people in it, each as the last version of the file says. */
  persons(): readonly SourcePerson[] {
    return [...this.#people.values()]
      .flat()
      .flatMap(({ person, entry }) => (this.versions.isOutdated(entry) ? [] : [person]));
  }

  numbers(): ReadonlySet<string> {
    const subjects = [...this.#subjects].flatMap((subject) => this.patient(subject) ?? []);
    return new Set([...this.#people.keys(), ...subjects]);
  }

  /** To be called once the file was read to its end: only then can every reference be followed. */
  settle(): void {
    for (const [subject, seen] of this.#seen) {
      const number = this.patient(subject);
      if (number !== undefined) this.#seenByNumber.set(number, seen);
    }
    for (const [provider, organization] of this.#worksFor) {
      const practitioner = this.references.resolve(provider);
      const employer = this.references.resolve(organization);
      if (practitioner !== undefined && employer !== undefined) this.#employers.set(practitioner, employer);
    }
  }

  /** The numbers of patients of whom the file has no encounter. */
  unseen(): readonly string[] {
    return [...this.#people.keys()].filter((number) => !this.#seenByNumber.has(number));
  }

  /** The days on which a patient was first and last seen, and the provider of this file that saw the patient last. */
  service(number: string): { startedOn: string | null; lastOn: string | null; provider: string | null } {
    const seen = this.#seenByNumber.get(number);
    const provider = this.references.resolve(seen?.provider);
    return {
      startedOn: dayIn(seen?.first),
      lastOn: dayIn(seen?.last),
      // That a child goes to a clinic of such a kind is itself sensitive, and a service record has no categories.
      provider:
        provider !== undefined && codeInWords(this.#namesOf(provider)).length === 0 && this.#said.has(provider)
          ? provider
          : null,
    };
  }

  #namesOf(provider: string): readonly string[] {
    return [this.#said.get(provider)?.name, this.organizationOf(provider)?.name].filter((name) => name !== undefined);
  }

  /** The organization a practitioner of this file works for, as its encounters say. */
  organizationOf(provider: string): { name: string; phone: string | null } | undefined {
    return this.#said.get(this.#employers.get(provider) ?? '');
  }

  #addEncounter({ subject, said: { startedAt }, provider, organization }: EncounterSource): void {
    if (provider !== undefined && organization !== undefined) this.#worksFor.set(provider, organization);
    if (startedAt === null) return;
    const seen = this.#seen.get(subject);
    if (!seen) this.#seen.set(subject, { first: startedAt, last: startedAt, provider: provider ?? organization });
    else if (startedAt < seen.first) seen.first = startedAt;
    else if (startedAt >= seen.last) Object.assign(seen, { last: startedAt, provider: provider ?? organization });
  }
}

function dayIn(instant: string | undefined): string | null {
  return readDay(instant) ?? null;
}
