import type { Recorded, Register } from '@trellis/register';
import type { Birth, ChildWork, RegisterAct, RegisterPort } from './register-port.ts';

/** The number of children that are read and written in one transaction of the register. */
const perBatch = 500;

/** The loader by name, in the register's events. */
const user = 'trellis-load';

const system = (agency: string) =>
  ({ agency, role: 'system', user, kind: 'system', purpose: 'privacy-administration' }) as const;

type Birthday = Pick<Recorded<'child'>['body'], 'birthDate' | 'disputed'>;

/** The register's own commands, each under its permission table: identity's system says when a child was born, the agency's system what it does. */
export function openRegisterPort(register: Register): RegisterPort {
  return {
    recordBirths: (births) => inBatches(births, (some) => recordBirths(register, some)),
    recordWork: (agency, evidence, work) => inBatches(work, (some) => recordWork(register, agency, evidence, some)),
    async undo(agency, acts) {
      for (const act of [...acts].reverse()) await undoOne(register, agency, act);
    },
    async settleBirth(child, birthDate) {
      await register.registerChild(system('identity'), { child, birthDate, disputed: false });
    },
    async decidedAbout(children) {
      const found = new Set<string>();
      await inBatches(children, async (some) => {
        for (const { about } of await register.recordsOf(some, [
          'consent',
          'authority',
          'order',
          'emergency',
          'statement',
        ]))
          found.add(about);
        return [];
      });
      return [...found];
    },
    async erased(child) {
      const holds = await register.recordsOf([child], ['legal-hold']);
      const erasures = await register.recordsOf([child], ['erasure']);
      return holds.every(({ body }) => body.liftedAt !== null) && erasures.some(({ state }) => state === 'ERASED');
    },
  };
}

async function inBatches<Given, Made>(
  given: readonly Given[],
  run: (some: readonly Given[]) => Promise<readonly Made[]>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (let start = 0; start < given.length; start += perBatch)
    made.push(...(await run(given.slice(start, start + perBatch))));
  return made;
}

async function recordBirths(register: Register, births: readonly Birth[]): Promise<readonly RegisterAct[]> {
  const records = await register.recordsOf(
    births.map(({ child }) => child),
    ['child'],
  );
  const known = new Map<string, Birthday>(records.map(({ about, body }) => [about, body]));
  const acts: RegisterAct[] = [];
  const wanted: { child: string; birthDate: string | null; disputed: boolean }[] = [];
  for (const { child, birthDate, changed, disputed } of births) {
    const before = known.get(child);
    const next = {
      // Silence is no news: a date that is known stays known.
      birthDate: before === undefined || (changed && birthDate !== null) ? birthDate : before.birthDate,
      // Once two sources disagree, only a person can settle it.
      disputed: before?.disputed === true || disputed,
    };
    if (before?.birthDate === next.birthDate && before.disputed === next.disputed) continue;
    wanted.push({ child, ...next });
    acts.push({
      act: 'BORN',
      child,
      before: before === undefined ? null : { birthDate: before.birthDate, disputed: before.disputed },
    });
  }
  if (wanted.length > 0) await register.registerChildren(system('identity'), wanted);
  return acts;
}

async function recordWork(
  register: Register,
  agency: string,
  evidence: string,
  work: readonly ChildWork[],
): Promise<readonly RegisterAct[]> {
  const records = await register.recordsOf(
    work.map(({ child }) => child),
    ['involvement'],
  );
  const open = new Map<string, Recorded<'involvement'>['body'][]>();
  for (const { about, body } of records) {
    if (body.agency === agency && body.to === null) open.set(about, [...(open.get(about) ?? []), body]);
  }
  const acts: RegisterAct[] = [];
  const missing = work.flatMap(({ child, kind }) =>
    kind === null || open.get(child)?.some((each) => each.kind === kind)
      ? []
      : [{ child, kind, evidence, assigned: [] }],
  );
  if (missing.length > 0) {
    const opened = await register.openInvolvements(system(agency), missing);
    acts.push(
      ...opened.map(({ id, about, body }) => ({
        act: 'OPENED' as const,
        child: about,
        record: id,
        kind: body.kind,
        evidence,
      })),
    );
  }
  const ended = work.flatMap(({ child, kind }) =>
    (open.get(child) ?? []).flatMap((each) =>
      each.evidence === evidence && each.kind !== kind ? [{ child, id: each.id, kind: each.kind }] : [],
    ),
  );
  for (const { child, id, kind } of ended) {
    await register.closeInvolvement(system(agency), id);
    acts.push({ act: 'CLOSED', child, record: id, kind, evidence });
  }
  return acts;
}

async function undoOne(
  register: Register,
  agency: string,
  { act, child, record, kind, evidence, before }: RegisterAct,
): Promise<void> {
  if (act === 'BORN') {
    await register.registerChild(system('identity'), {
      child,
      birthDate: before?.birthDate ?? null,
      disputed: before?.disputed ?? false,
    });
    return;
  }
  const open = (await register.recordsOf([child], ['involvement'])).filter(
    ({ body }) => body.agency === agency && body.to === null,
  );
  if (act === 'OPENED') {
    if (open.some(({ id }) => id === record)) await register.closeInvolvement(system(agency), record ?? '');
  } else if (kind !== undefined && !open.some(({ body }) => body.kind === kind)) {
    await register.openInvolvement(system(agency), { child, kind, evidence: evidence ?? '', assigned: [] });
  }
}
