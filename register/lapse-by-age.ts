import type { CompiledRules, Instant } from '@trellis/decision';
import { dayIn } from '@trellis/vocabulary';
import { appendEvents, lockForWriting } from './append.ts';
import type { RecordEvent } from './record-event.ts';
import { databaseInstant } from './database-instant.ts';
import type { Dependencies } from './dependencies.ts';
import { lapsedByAge, type Lapse } from './lapsed-by-age.ts';
import { liveRules } from './live-rules.ts';
import { ofKind } from './record-kind.ts';
import { recordsAbout } from './records-about.ts';
import type { Actor, Detail, Recorded } from './records.ts';
import { stoodBefore } from './seen-consent.ts';

const timekeeper: Actor = {
  agency: 'network',
  role: 'system',
  user: 'birthdays',
  kind: 'system',
  purpose: 'privacy-administration',
};
/** Milliseconds before the birthday at which those concerned are told. */
const beforehandMs = 30 * 24 * 3_600_000;

/**
 * Records what a birthday has done: a permit whose giver may decide on none of it any more becomes NEEDS_CONFIRMATION; of one that lapses in part, what
 * does is noted. Its giver and the child are told, as they were 30 days before; the child alone where it rests on what the child was found capable of.
 * The engine does not wait for it. To be run once a day, by any process. Returns how many permits lapsed as a whole.
 */
export async function lapseByAge(dependencies: Dependencies): Promise<number> {
  const { database, clock, mayTell } = dependencies;
  const rules = await liveRules(dependencies);
  const now = await databaseInstant(database, clock);
  const { rows } = await database.query<{ about: string }>(
    `select distinct c.about from register.record c join register.record b on b.about = c.about and b.kind = 'child'
     where c.kind = 'consent' and (c.state = 'ACTIVE' or c.detail->>'stood' = 'ACTIVE') and c.body->>'decision' = 'PERMIT' and b.body->>'birthDate' is not null
     order by c.about`,
    [],
  );
  let lapsed = 0;
  for (const { about } of rows) {
    const records = await recordsAbout(database, about);
    if (eventsOf(records, rules, now).length === 0) continue;
    lapsed += await database.transaction(async (tx) => {
      await lockForWriting(tx, [about]);
      const at = await databaseInstant(tx, clock);
      const events = eventsOf(await recordsAbout(tx, about), rules, at);
      await appendEvents(tx, at, timekeeper, events, noticesOfLapses(events).filter(mayTell));
      return events.filter(({ act }) => act === 'LAPSED_BY_AGE').length;
    });
  }
  return lapsed;
}

/** What a birthday does to one record; a lapse that rests on what the child was found capable of is the child's alone to learn. */
function eventsOf(records: readonly Recorded[], rules: CompiledRules, at: Instant): readonly RecordEvent[] {
  return ofKind(records, 'consent').flatMap((record): readonly RecordEvent[] => {
    const { body } = record;
    const seen = stoodBefore(record) ?? body.state;
    if (seen !== 'ACTIVE' || body.decision !== 'PERMIT') return [];
    const lapse = (moment: Instant, findings: boolean) => lapsedByAge(record, records, rules, moment, { findings });
    const [real, shown] = [lapse(at, true), lapse(at, false)];
    const soon = (): readonly RecordEvent[] => soonOf(record, records, rules, at);
    const all = concerned(record, records, rules, at);
    // What the child took back in secret lapses, for its giver, as if it stood; and what lapsed in secret, once age alone says so.
    if (body.state !== 'ACTIVE')
      return shown.whole ? [lapsed(record, { told: all, stood: 'NEEDS_CONFIRMATION' })] : soon();
    const isNews = ({ categories }: Lapse, noted: string) => categories.join() !== strings(record.detail[noted]).join();
    const isNewsToAll = isNews(shown, 'lapsedOpenly');
    const told = all.filter((user) => isNewsToAll || isTheChild(user, records, rules));
    const parts = { told, lapsed: real.categories, lapsedOpenly: shown.categories };
    if (real.whole || shown.whole) {
      const needed = { ...body, state: 'NEEDS_CONFIRMATION' as const };
      return [
        {
          ...lapsed(record, { ...parts, ...(!shown.whole && { stood: 'ACTIVE' }) }),
          state: needed.state,
          body: needed,
        },
      ];
    }
    if (!isNewsToAll && !isNews(real, 'lapsed')) return soon();
    return [{ ...lapsed(record, parts), act: 'LAPSED_IN_PART' }];
  });
}

/** Tells those concerned beforehand, once each: the child what it will decide, its giver what age alone will take. */
function soonOf(
  record: Recorded<'consent'>,
  records: readonly Recorded[],
  rules: CompiledRules,
  at: Instant,
): RecordEvent[] {
  const { detail, body } = record;
  const soon = (findings: boolean): boolean => {
    const { categories } = lapsedByAge(record, records, rules, at, { findings });
    const then = lapsedByAge(record, records, rules, at + beforehandMs, { findings });
    return then.categories.some((each) => !categories.includes(each));
  };
  const all = concerned(record, records, rules, at);
  const isOpen = soon(false);
  if (detail['toldBeforehand'] === true || (!isOpen && (body.state !== 'ACTIVE' || !soon(true)))) return [];
  const whom = isOpen ? all : all.filter((user) => isTheChild(user, records, rules));
  const before = strings(detail['toldBeforehand']);
  const told = whom.filter((user) => !before.includes(user));
  if (told.length === 0) return [];
  return [{ ...record, act: 'LAPSES_SOON', detail: { ...detail, told, toldBeforehand: [...before, ...told] } }];
}

function lapsed(record: Recorded<'consent'>, more: Detail): RecordEvent & Recorded<'consent'> {
  return { ...record, act: 'LAPSED_BY_AGE', detail: { ...record.detail, ...more } };
}

/** The giver of a permit, unless it is suspended or over, and the child. */
function concerned(
  { body }: Recorded<'consent'>,
  records: readonly Recorded[],
  rules: CompiledRules,
  at: Instant,
): readonly string[] {
  const today = dayIn(rules.ruleSet.timeZone, at);
  const holders = ofKind(records, 'authority')
    .filter(({ id, body: each }) => id === body.by || rules.authorityKinds.get(each.kind)?.self === true)
    .filter(({ body: each }) => !each.suspended && (each.to === null || today < each.to))
    .map(({ body: each }) => each.holder);
  return [...new Set(holders)];
}

function isTheChild(user: string, records: readonly Recorded[], rules: CompiledRules): boolean {
  return ofKind(records, 'authority').some(
    ({ body }) => body.holder === user && rules.authorityKinds.get(body.kind)?.self === true,
  );
}

function strings(value: unknown): readonly string[] {
  return [value].flat().filter((each): each is string => typeof each === 'string');
}

function noticesOfLapses(events: readonly RecordEvent[]) {
  return events.flatMap(({ act, about, id, detail }) =>
    [detail['told']].flat().flatMap((user) =>
      typeof user === 'string'
        ? [
            {
              kind: act !== 'LAPSES_SOON' ? ('CONSENT_NEEDS_CONFIRMATION' as const) : ('CONSENT_LAPSES' as const),
              about,
              record: id,
              agency: 'family',
              user,
            },
          ]
        : [],
    ),
  );
}
