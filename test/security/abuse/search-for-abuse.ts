import type { Database } from '@trellis/platform';
import type { Actor, Register } from '@trellis/register';
import type { Vocabulary } from '@trellis/vocabulary';
import { newAbuseWorld, openNow } from './abuse-world.ts';
import { abusiveActs, type AbusiveAct } from './abusive-acts.ts';

/** A sequence of one person's acts after which something was open that was not before. */
export interface Abuse {
  readonly person: string;
  readonly acts: readonly string[];
  readonly opened: readonly string[];
}

export interface Search {
  readonly database: Database;
  readonly register: Register;
  readonly vocabulary: Vocabulary;
  /** How many sequences of three and four acts are drawn for each person, beside every one of one and two. */
  readonly walks: number;
  /** A number below the one that it is given. */
  readonly draw: (below: number) => number;
}

/**
 * Plays one malicious person with every command: every sequence of one act and of two, and some of three and four, each on a child of its own.
 * The model of who may gain what is one line: nobody gains anything by the acts of one person alone. Returns what was opened none the less,
 * one finding for each last act that opened something.
 */
export async function searchForAbuse(person: Actor, search: Search): Promise<readonly Abuse[]> {
  const found = new Map<string, Abuse>();
  const play = async (acts: readonly AbusiveAct[]): Promise<boolean> => {
    const { opened, isWhole } = await playActs(person, acts, search);
    const name = acts.at(-1)?.name ?? '';
    if (opened.length > 0 && !found.has(name))
      found.set(name, { person: `${person.agency} ${person.role}`, acts: acts.map((each) => each.name), opened });
    return isWhole && opened.length === 0;
  };
  // An act that is refused at first, and again after each that is not, is left out of the longer sequences.
  const first: AbusiveAct[] = [];
  const next = new Set<AbusiveAct>();
  for (const act of abusiveActs) if (await play([act])) first.push(act);
  for (const one of first)
    for (const act of abusiveActs) if (!found.has(act.name) && (await play([one, act]))) next.add(act);
  const later = [...next];
  for (let walk = 0; walk < search.walks && first.length > 0 && later.length > 0; walk += 1) {
    const pick = (from: readonly AbusiveAct[]) => from[search.draw(from.length)];
    const acts = [pick(first), pick(later), pick(later), ...(walk % 2 === 0 ? [pick(later)] : [])];
    await play(acts.flatMap((each) => each ?? []));
  }
  return [...found.values()];
}

async function playActs(
  person: Actor,
  acts: readonly AbusiveAct[],
  { database, register, vocabulary }: Search,
): Promise<{ readonly opened: readonly string[]; readonly isWhole: boolean }> {
  const world = await newAbuseWorld(database, register, vocabulary);
  const before = await openNow(world, vocabulary, person);
  let done = 0;
  for (const act of acts) {
    try {
      await act.run(world, person);
      done += 1;
    } catch {
      // Refused, as most of what a malicious person tries is.
    }
  }
  const after = done === 0 ? before : await openNow(world, vocabulary, person);
  return { opened: [...after].filter((each) => !before.has(each)).sort(), isWhole: done === acts.length };
}
