import { bitsOf, heldAuthorities, intersect, isEmpty, type CompiledRules, type Instant } from '@trellis/decision';
import { appendEvents, lockForWriting } from './append.ts';
import type { RecordEvent } from './record-event.ts';
import { databaseInstant } from './database-instant.ts';
import type { Dependencies } from './dependencies.ts';
import { childFactsOf } from './facts-of.ts';
import { liveRules } from './live-rules.ts';
import { ofKind } from './record-kind.ts';
import { recordsAbout } from './records-about.ts';
import type { Actor, Recorded } from './records.ts';
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
 * Records what a birthday has done: a permit whose giver may decide on none of it any more becomes NEEDS_CONFIRMATION, and its giver and the child
 * are told, as they were 30 days before. The engine does not wait for it. To be run once a day, by any process. Returns how many permits lapsed.
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

function eventsOf(records: readonly Recorded[], rules: CompiledRules, at: Instant): readonly RecordEvent[] {
  return ofKind(records, 'consent').flatMap((record): RecordEvent[] => {
    const { body, detail } = record;
    // What the child took back in secret lapses, for its giver, as if it stood.
    const isSecret = stoodBefore(record) !== undefined;
    if ((stoodBefore(record) ?? body.state) !== 'ACTIVE' || body.decision !== 'PERMIT') return [];
    const decidesAt = (moment: Instant) => decidesSome(record, records, rules, moment);
    if (!decidesAt(body.recordedAt)) return [];
    const told = concerned(record, records, rules);
    if (!decidesAt(at)) {
      if (isSecret)
        return [{ ...record, act: 'LAPSED_BY_AGE', detail: { ...detail, told, stood: 'NEEDS_CONFIRMATION' } }];
      const lapsed = { ...body, state: 'NEEDS_CONFIRMATION' as const };
      return [{ ...record, act: 'LAPSED_BY_AGE', state: lapsed.state, body: lapsed, detail: { ...detail, told } }];
    }
    if (decidesAt(at + beforehandMs) || detail['toldBeforehand'] === true) return [];
    return [{ ...record, act: 'LAPSES_SOON', detail: { ...detail, told, toldBeforehand: true } }];
  });
}

/** Checks whether the giver of a permit may decide, at a moment, on anything that it names. The child's own decision never lapses by age. */
function decidesSome(
  { body }: Recorded<'consent'>,
  records: readonly Recorded[],
  rules: CompiledRules,
  moment: Instant,
): boolean {
  const held = heldAuthorities(rules, childFactsOf('', 0, records), moment).find(
    ({ authority }) => authority.id === body.by,
  );
  return held !== undefined && !isEmpty(intersect(bitsOf(rules.vocabulary, body.categories), held.mayPermit));
}

/** The giver of a permit, and the child. */
function concerned(
  { body }: Recorded<'consent'>,
  records: readonly Recorded[],
  rules: CompiledRules,
): readonly string[] {
  const holders = ofKind(records, 'authority')
    .filter(({ id, body: each }) => id === body.by || rules.authorityKinds.get(each.kind)?.self === true)
    .map(({ body: each }) => each.holder);
  return [...new Set(holders)];
}

function noticesOfLapses(events: readonly RecordEvent[]) {
  return events.flatMap(({ act, about, id, detail }) =>
    [detail['told']].flat().flatMap((user) =>
      typeof user === 'string'
        ? [
            {
              kind: act === 'LAPSED_BY_AGE' ? ('CONSENT_NEEDS_CONFIRMATION' as const) : ('CONSENT_LAPSES' as const),
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
