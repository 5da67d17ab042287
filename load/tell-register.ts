import type { Register } from '@trellis/register';
import type { ChildTold, RegisterDoor } from './register-door.ts';

const perReading = 1_000;

/** The loader by name, in the register's events. */
const user = 'trellis-load';

/** The register's own commands, each under its permission table: identity's system says when a child was born, the agency's system what it does. */
export function registerDoor(register: Register): RegisterDoor {
  const system = (agency: string) =>
    ({ agency, role: 'system', user, kind: 'system', purpose: 'privacy-administration' }) as const;

  async function tellBirth(
    { child, born }: ChildTold,
    known: { birthDate: string | null; disputed: boolean } | undefined,
  ): Promise<void> {
    if (born === undefined) return;
    const wanted = {
      birthDate: known === undefined || born.changed ? born.birthDate : known.birthDate,
      // Once two sources disagree, only a person can settle it.
      disputed: known?.disputed === true || born.disputed,
    };
    if (known?.birthDate === wanted.birthDate && known.disputed === wanted.disputed) return;
    await register.registerChild(system('identity'), { child, ...wanted });
  }

  async function tellWork(
    agency: string,
    evidence: string,
    { child, born, work }: ChildTold,
    open: readonly { id: string; kind: string; evidence: string }[],
  ): Promise<void> {
    if (work !== undefined && !open.some(({ kind }) => kind === work.kind)) {
      await register.openInvolvement(system(agency), { child, kind: work.kind, evidence, assigned: [] });
    }
    if (born === undefined) return;
    for (const ended of open.filter((one) => one.evidence === evidence && one.kind !== work?.kind)) {
      await register.closeInvolvement(system(agency), ended.id);
    }
  }

  return {
    async tell(agency, evidence, children) {
      for (let start = 0; start < children.length; start += perReading) {
        const some = children.slice(start, start + perReading);
        const ids = some.map(({ child }) => child);
        const births = new Map((await register.recordsOf(ids, ['child'])).map(({ about, body }) => [about, body]));
        const involvements = await register.recordsOf(ids, ['involvement']);
        for (const told of some) {
          await tellBirth(told, births.get(told.child));
          const open = involvements.filter(
            ({ about, body }) => about === told.child && body.agency === agency && body.to === null,
          );
          await tellWork(
            agency,
            evidence,
            told,
            open.map(({ body }) => body),
          );
        }
      }
    },
  };
}
