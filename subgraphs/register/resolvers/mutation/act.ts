import type { Actor } from '@trellis/register';
import { actorOf, type Context } from '../../context.ts';
import { coded } from '../../refusals.ts';

export interface Input {
  readonly input: Readonly<Record<string, unknown>>;
}
export interface Id {
  readonly id: string;
}
export interface Reasoned extends Id {
  readonly reason: string;
}

/**
 * Makes a resolver of a command: by the actor whom the gateway sealed, with refusals as coded errors. What was read of the register before it in
 * the same request is read anew afterwards.
 */
export function act<Args, Result>(run: (actor: Actor, args: Args, context: Context) => Promise<Result>) {
  return async (_root: unknown, args: Args, context: Context): Promise<Result> => {
    const result = await coded(() => run(actorOf(context), args, context), args as object);
    context.loaders.known.clearAll();
    context.loaders.records.clearAll();
    return result;
  };
}
