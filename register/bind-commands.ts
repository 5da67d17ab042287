import { forbidden } from './error.ts';
import type { Dependencies } from './dependencies.ts';
import { grantsFor, type Mutation } from './permissions/mutation-table.ts';
import type { Actor } from './records.ts';

type Command = (dependencies: Dependencies, actor: Actor, ...rest: never[]) => Promise<unknown>;

/** Each command without its dependencies: what the register offers. */
export type BoundCommands<All extends Readonly<Record<Mutation, Command>>> = {
  readonly [Name in keyof All]: All[Name] extends (dependencies: Dependencies, ...rest: infer Rest) => infer Result
    ? (...rest: Rest) => Result
    : never;
};

/**
 * Binds commands to their dependencies, behind the permission table: whoever is named by no line of it is refused before any input is read,
 * so that only those who may give an input learn what is wrong with it.
 */
export function bindCommands<All extends Readonly<Record<Mutation, Command>>>(
  dependencies: Dependencies,
  commands: All,
): BoundCommands<All> {
  const bind = ([mutation, run]: [string, Command]) => {
    const command = (actor: Actor, ...rest: never[]): Promise<unknown> =>
      grantsFor(mutation as Mutation, actor, dependencies.vocabulary).length > 0
        ? run(dependencies, actor, ...rest)
        : Promise.reject(forbidden());
    return [mutation, command] as const;
  };
  return Object.fromEntries(Object.entries<Command>(commands).map(bind)) as BoundCommands<All>;
}
