import type { Context } from '../context.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { maySee } from '../may-see.ts';
import { coded, malformedCursor } from '../refusals.ts';
import { shown } from '../views/instants.ts';

interface LookUpsArgs {
  readonly child?: string | null;
  readonly by?: string | null;
  readonly first: number;
  readonly after?: string | null;
}

const lookUpId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Officers' look-ups, for those who watch over them. */
export function lookUpResolvers({ register }: Pick<RegisterDependencies, 'register'>) {
  return {
    async lookUps(_root: unknown, query: LookUpsArgs, context: Context) {
      maySee('lookUps', context);
      if (query.after != null && !lookUpId.test(query.after)) throw malformedCursor();
      const found = await coded(() => register.lookUps(query));
      return found.map(({ id, at, about, by, purpose, heading, of }) => ({
        id,
        at: shown(at),
        child: about === 'network' ? null : { id: about },
        ...by,
        purpose,
        heading,
        of,
      }));
    },
  };
}
