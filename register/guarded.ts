import type { Vocabulary } from '@trellis/vocabulary';
import { forbidden } from './error.ts';
import { grantsFor, type Mutation } from './permissions.ts';
import type { Actor } from './records.ts';

type Commands = Readonly<Record<Mutation, (actor: Actor, ...rest: never[]) => Promise<unknown>>>;

/**
 * Commands behind the permission table: whom no line of it names is refused before anything of what came along is read, so that what is
 * wrong with an input is told only to those who may give it.
 */
export function guarded<All extends Commands>(vocabulary: Pick<Vocabulary, 'agencies'>, commands: All): All {
  const guard = ([mutation, run]: [string, Commands[Mutation]]) => {
    const command: Commands[Mutation] = (actor, ...rest) =>
      grantsFor(mutation as Mutation, actor, vocabulary).length > 0 ? run(actor, ...rest) : Promise.reject(forbidden());
    return [mutation, command] as const;
  };
  return Object.fromEntries(Object.entries(commands).map(guard)) as All;
}
