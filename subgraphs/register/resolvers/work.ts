import type { Actor, Register } from '@trellis/register';
import { actorOf, type Context } from '../context.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { maySee } from '../may-see.ts';
import type { Readable } from '@trellis/register';
import { coded } from '../refusals.ts';
import { approvalView, emergencyView, involvementView } from '../views/records.ts';

interface Page {
  readonly first: number;
  readonly after?: string | null;
}
interface OfWorker {
  readonly worker?: string | null;
}
interface InState {
  readonly state?: string | null;
}
interface Open {
  readonly open?: boolean | null;
}

/** The lists of those who work: everybody's own, and a team's for whoever supervises it. */
export function workResolvers({ register }: Pick<RegisterDependencies, 'register'>) {
  const own = (readable: Readable, context: Context): Actor => {
    const actor = actorOf(context);
    maySee(readable, context);
    return actor;
  };
  const openAt = async (open: boolean | null | undefined): Promise<number | null> =>
    open === true ? (await register.read([])).now : null;
  const accesses = async (...query: Parameters<Register['emergencyAccessesBy']>) => {
    const { now } = await register.read([]);
    return (await register.emergencyAccessesBy(...query)).map((each) => emergencyView(each, now));
  };

  return {
    ownRequests(_root: unknown, { state, ...page }: Page & InState, context: Context) {
      const { agency, user } = own('ownRequests', context);
      return coded(async () => (await register.requestsBy({ agency, user }, state, page)).map(approvalView));
    },

    ownEmergencyAccesses(_root: unknown, { open, ...page }: Page & Open, context: Context) {
      const { agency, user } = own('ownEmergencyAccesses', context);
      return coded(async () => accesses({ agency, user }, await openAt(open), page));
    },

    teamCaseload(_root: unknown, { worker, ...page }: Page & OfWorker, context: Context) {
      const { agency } = own('team', context);
      return coded(async () => (await register.openCases({ agency, user: worker }, page)).map(involvementView));
    },

    teamRequests(_root: unknown, { worker, state, ...page }: Page & OfWorker & InState, context: Context) {
      const { agency } = own('team', context);
      return coded(async () => (await register.requestsBy({ agency, user: worker }, state, page)).map(approvalView));
    },

    teamEmergencyAccesses(_root: unknown, { worker, open, ...page }: Page & OfWorker & Open, context: Context) {
      const { agency } = own('team', context);
      return coded(async () => accesses({ agency, user: worker }, await openAt(open), page));
    },
  };
}
