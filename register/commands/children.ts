import { onRecordsOf, type Tools } from '../desk.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';

export function childCommands(tools: Tools) {
  return {
    /** Records when a child was born, or that it is disputed, which means the strictest age. */
    async registerChild(actor: Actor, given: unknown): Promise<Recorded<'child'>> {
      const { child, birthDate, disputed } = readInput(tools.inputs.registerChild, given);
      return onRecordsOf(tools, actor, { mutation: 'registerChild', about: child }, (work) =>
        work.happen({ act: 'REGISTERED', kind: 'child', id: `child:${child}`, body: { birthDate, disputed } }),
      );
    },
  };
}
