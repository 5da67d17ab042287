import type { Database } from '@trellis/platform';
import type { Actor, Register } from '@trellis/register';
import type { Vocabulary } from '@trellis/vocabulary';
import { newAbuseWorld, openNow, type AbuseWorld } from './abuse-world.ts';
import { abusiveActs, NotMade, type AbusiveAct } from './abusive-acts.ts';

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
  readonly thorough: boolean;
  /** The acts that are played; all of them unless given. */
  readonly acts?: readonly AbusiveAct[];
  /** How many sequences of three and four acts are drawn for each person, beside every one of one and two. */
  readonly walks: number;
  /** A number below the one that it is given. */
  readonly draw: (below: number) => number;
}

/**
 * Plays one malicious person with every command: every act alone, every act followed by those that build on it (every act at all, where the
 * search is `thorough`), and some sequences of three and four, each on a child of its own. The model of who may gain what is one line: nobody
 * gains anything by the acts of one person alone. Returns what was opened none the less, one finding for each last act that opened something.
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
  const acts = search.acts ?? abusiveActs;
  for (const act of acts) if (await play([act])) first.push(act);
  for (const one of first) {
    for (const act of acts) {
      const isTried = !found.has(act.name) && (search.thorough || buildsOn(act, one));
      if (isTried && (await play([one, act]))) next.add(act);
    }
  }
  const later = [...next, ...first];
  for (let walk = 0; walk < search.walks && first.length > 0 && later.length > 0; walk += 1) {
    const pick = (from: readonly AbusiveAct[]) => from[search.draw(from.length)];
    const drawn = [pick(first), pick(later), pick(later), ...(walk % 2 === 0 ? [pick(later)] : [])];
    await play(drawn.flatMap((each) => each ?? []));
  }
  return [...found.values()];
}

/** Whether an act confirms, approves or uses what the one before it made. */
function buildsOn(act: AbusiveAct, one: AbusiveAct): boolean {
  const [kind = ''] = one.name.split(' ');
  return act.uses === kind;
}

/** What is open before anything is done: the same for every such child, so that it is found once for each person and register. */
const known = new WeakMap<Actor, Map<Register, ReadonlySet<string>>>();

async function openBefore(person: Actor, world: AbuseWorld, vocabulary: Vocabulary): Promise<ReadonlySet<string>> {
  const of = known.get(person) ?? new Map<Register, ReadonlySet<string>>();
  known.set(person, of);
  const before = of.get(world.register) ?? (await openNow(world, vocabulary, person));
  of.set(world.register, before);
  return before;
}

async function playActs(
  person: Actor,
  acts: readonly AbusiveAct[],
  { database, register, vocabulary }: Search,
): Promise<{ readonly opened: readonly string[]; readonly isWhole: boolean }> {
  const world = await newAbuseWorld(database, register, vocabulary);
  const before = await openBefore(person, world, vocabulary);
  let done = 0;
  for (const act of acts) {
    try {
      await act.run(world, person);
      done += 1;
    } catch (error) {
      // Refused, as most of what a malicious person tries is; anything else is a fault of the register.
      if (!isRefusal(error)) throw error;
    }
  }
  const after = done === 0 ? before : await openNow(world, vocabulary, person);
  const opened = [...after].filter((each) => !before.has(each)).sort();
  // It may have opened the same for every child that comes after.
  if (opened.length > 0) known.delete(person);
  return { opened, isWhole: done === acts.length };
}

function isRefusal(error: unknown): boolean {
  return error instanceof NotMade || (error instanceof Error && typeof (error as { code?: unknown }).code === 'string');
}
