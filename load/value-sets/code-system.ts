import { readFileSync } from 'node:fs';

/** A system of codes: the spellings of its name (URI, OID, or a short form), and the form of its codes. */
interface CodeSystem {
  readonly title: string;
  readonly spellings: RegExp;
  readonly form: RegExp;
}

const read = JSON.parse(readFileSync(new URL('code-systems.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, { readonly title: string; readonly spellings: readonly string[]; readonly form: string }>
>;

/** Every system of codes that a value set may speak of, from `code-systems.json`. */
export const codeSystems: ReadonlyMap<string, CodeSystem> = new Map(
  Object.entries(read).map(([name, { title, spellings, form }]) => [
    name,
    { title, spellings: new RegExp(spellings.join('|'), 'i'), form: new RegExp(form, 'i') },
  ]),
);

/** One code as value sets have it. */
export interface SystemCode {
  /** The name of the system in `code-systems.json`. */
  readonly system: string;
  /** In capitals, without points. */
  readonly plain: string;
  /** True where the system was said, or none at all was: a code of such a form in some other system may mean anything. */
  readonly isSure: boolean;
}

/**
 * The readings of a code: in the system that it names, in any spelling; where it names none that is known, in each whose codes have its form.
 * Several where the form leaves it open.
 */
export function readCode(code: string, system = ''): readonly SystemCode[] {
  const plain = code.trim().toUpperCase().replaceAll('.', '');
  if (plain === '') return [];
  const named = [...codeSystems].filter(([, { spellings }]) => spellings.test(system.trim()));
  if (named.length > 0) return named.map(([name]) => ({ system: name, plain, isSure: true }));
  const formed = [...codeSystems].filter(([, { form }]) => form.test(code.trim()));
  return formed.map(([name]) => ({ system: name, plain, isSure: system.trim() === '' }));
}
