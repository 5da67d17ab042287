import type { z } from 'zod';
import type { categories as categoriesShape, purposes as purposesShape } from './shapes.ts';
import { sharedWords } from './shared-words.ts';
import type { Category, Limits, Mandate, Vocabulary } from './vocabulary.ts';

/** The words of one network, as they were read. */
export interface WordsRead {
  readonly agencies: readonly string[];
  readonly titles?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly languages?: readonly string[];
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** agency (or `network`, `family`) → role → what people call it, by language */
  readonly roleTitles?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
  readonly purposes: z.output<typeof purposesShape>;
  readonly involvementKinds: readonly string[];
  /** agency → its mandates */
  readonly mandates?: Readonly<Record<string, readonly Mandate[]>>;
  /** agency → its roles that are told at once of a report of harm */
  readonly intakeRoles?: Readonly<Record<string, readonly string[]>>;
  /** agency → its roles that cover a team */
  readonly supervisorRoles?: Readonly<Record<string, readonly string[]>>;
  readonly limits?: { readonly [Name in keyof Limits]?: number | undefined };
  /** The bit that each category was given, by code; those without one follow in the order in which they are written. */
  readonly bits?: ReadonlyMap<string, number>;
  /** By domain. */
  readonly categories: Readonly<Record<string, z.output<typeof categoriesShape>>>;
}

/** A vocabulary from a network's words and those that every network shares. */
export function createVocabulary(words: WordsRead): Vocabulary {
  const { agencies, roles, involvementKinds, languages = ['en', 'fr'], titles = {}, mandates = {} } = words;
  const { kinds, bases, levels, labelsSpec, networkId, limits } = sharedWords;
  const [first = 'en'] = languages;
  const inBoth = (sentences: Readonly<Record<string, string>>) => {
    // A network that speaks neither has its first language in their place.
    const fallback = sentences[first] ?? Object.values(sentences)[0] ?? '';
    return { en: sentences['en'] ?? fallback, fr: sentences['fr'] ?? fallback };
  };
  const declared: Category[] = Object.entries(words.categories).flatMap(([domain, entries]) =>
    Object.entries(entries).map(([name, { sentences, ...entry }]) => ({
      code: `${domain}.${name}`,
      domain,
      ...entry,
      ...inBoth(sentences),
      sentences,
    })),
  );
  const bitOf = ({ code }: Category): number => words.bits?.get(code) ?? Number.MAX_SAFE_INTEGER;
  const categories = declared.sort((one, other) => bitOf(one) - bitOf(other));
  const having = (mandate: Mandate) =>
    Object.keys(mandates).filter((agency) => mandates[agency]?.includes(mandate) === true);
  return Object.freeze({
    mandates: { PROTECTION: having('PROTECTION'), CAPACITY: having('CAPACITY') },
    intakeRoles: new Map(Object.entries(words.intakeRoles ?? {})),
    supervisorRoles: new Map(Object.entries(words.supervisorRoles ?? {})),
    kinds,
    bases,
    levels,
    labelsSpec,
    agencies,
    roles,
    languages,
    titles: new Map(Object.entries(titles).map(([agency, title]) => [agency, inBoth(title)])),
    roleTitles: new Map(
      Object.entries(words.roleTitles ?? {}).map(([agency, of]) => [
        agency,
        new Map(Object.entries(of).map(([role, title]) => [role, inBoth(title)])),
      ]),
    ),
    purposes: new Map(
      Object.entries(words.purposes).map(([purpose, { hl7, title }]) => [
        purpose,
        { hl7, ...(title !== undefined && { title: inBoth(title) }) },
      ]),
    ),
    involvementKinds,
    limits: { ...limits, ...words.limits } as Limits,
    categories,
    bit: new Map(categories.map((category, bit) => [category.code, bit])),
    networkId: new RegExp(networkId),
  });
}
