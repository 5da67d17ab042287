import type { Queryable } from '@trellis/platform';
import { isKind, ofKind } from '../conditions.ts';
import { idsOf, onRecord, onRecordsOf, recordsAbout, type Tools, type Work } from '../desk.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Linkage, Recorded } from '../records.ts';

/** Each id has one linkage, that of its last merge or split. */
const idOf = (other: string): string => `linkage:${other}`;

export function linkageCommands(tools: Tools) {
  const propose = (
    actor: Actor,
    mutation: 'mergeChildren' | 'splitChild',
    { kept, other, records, reason }: { kept: string; other: string; records: readonly string[]; reason: string },
    fits: (work: Work) => Promise<void>,
  ): Promise<Recorded<'linkage'>> =>
    onRecordsOf(tools, actor, { mutation, about: kept, with: [other] }, async (work) => {
      if ((await idsOf(work.tx, kept)).kept !== kept) throw new RegisterError('CONFLICT', 'this id is merged already');
      await fits(work);
      const body: Linkage = {
        id: idOf(other),
        act: mutation === 'mergeChildren' ? 'MERGE' : 'SPLIT',
        kept,
        other,
        records,
        state: 'PROPOSED',
        doneAt: null,
      };
      const act = `${body.act}_PROPOSED`;
      return work.happen({
        act,
        kind: 'linkage',
        id: body.id,
        state: body.state,
        body,
        detail: { by: actor.user, reason },
      });
    });

  return {
    /** Says that two ids are one child. Nothing changes until another officer confirms it. */
    async mergeChildren(actor: Actor, given: unknown): Promise<Recorded<'linkage'>> {
      const input = readInput(tools.inputs.merge, given);
      const proposal = { kept: input.child, other: input.other, records: [], reason: input.reason };
      return propose(actor, 'mergeChildren', proposal, ({ tx }) => isFree(tx, input.other));
    },

    /** Says that what lies under one id is about two children, and which records are the other's. Nothing changes until confirmed. */
    async splitChild(actor: Actor, given: unknown): Promise<Recorded<'linkage'>> {
      const { child, other, records, reason } = readInput(tools.inputs.split, given);
      const proposal = { kept: child, other, records: records ?? [], reason };
      return propose(actor, 'splitChild', proposal, async (work) => {
        const known = new Set(work.records.filter((each) => each.kind !== 'linkage').map(({ id }) => id));
        if (proposal.records.some((id) => !known.has(id)))
          throw new RegisterError('BAD_REQUEST', '`records` does not fit');
        if ((await idsOf(work.tx, other)).kept === child) return;
        await isFree(work.tx, other);
        if ((await recordsAbout(work.tx, other)).length > 0)
          throw new RegisterError('CONFLICT', 'the other id is in use, and was not merged into this one');
        if (proposal.records.length === 0) throw new RegisterError('BAD_REQUEST', '`records` does not fit');
      });
    },

    /** Does what another officer proposed. From then on, on every gateway, each id answers as the other, or each for itself. */
    async confirmLinkage(actor: Actor, id: string): Promise<Recorded<'linkage'>> {
      const { rows } = await tools.database.query<{ other: string }>(
        "select body->>'other' as other from register.record where id = $1 and kind = 'linkage'",
        [id],
      );
      const others = rows.map(({ other }) => other);
      const confirm = async (work: Work, target: Recorded<'linkage'>): Promise<Recorded<'linkage'>> => {
        if (target.body.state === 'DONE') throw new RegisterError('CONFLICT', 'this is done already');
        // Who works with either must look for its records under both ids, or under each again.
        const there = [...work.records, ...(await recordsAbout(work.tx, target.body.other))];
        const agencies = [...new Set(ofKind(there, 'involvement').map(({ body }) => body.agency))].sort();
        await (target.body.act === 'MERGE' ? merge(work, target.body) : split(work, target.body));
        return work.happen({
          ...target,
          act: target.body.act === 'MERGE' ? 'MERGED' : 'SPLIT',
          state: 'DONE',
          body: { ...target.body, state: 'DONE', doneAt: work.at },
          detail: { ...target.detail, confirmedBy: actor.user, agencies },
        });
      };
      return onRecord(tools, actor, 'confirmLinkage', 'linkage', id, confirm, others);
    },
  };

  /** Everything of both lies under one id: a refusal, a lock, an order or a hold of either holds for both. */
  async function merge(work: Work, { kept, other }: Linkage): Promise<void> {
    await isFree(work.tx, other);
    for (const record of await recordsAbout(work.tx, other)) move(work, record, other, kept, { from: other });
    await work.tx.query('insert into register.merged (child, into_child) values ($1, $2)', [other, kept]);
  }

  /**
   * What came from the other id goes back, with what was named and what was decided since under an authority that goes back. An order that
   * forbids, and a legal hold, is nobody's alone: it stays and is copied, so that neither child loses a protection.
   */
  async function split(work: Work, { kept, other, records }: Linkage): Promise<void> {
    const named = new Set(records);
    const own = work.records.filter(({ kind }) => kind !== 'linkage');
    const goes = new Set(own.filter(({ id, detail }) => named.has(id) || detail['from'] === other).map(({ id }) => id));
    for (const each of own) if (isKind(each, 'consent') && goes.has(each.body.by)) goes.add(each.id);
    await work.tx.query('delete from register.merged where child = $1', [other]);
    // Also where no record is its own: what it stands for has changed.
    await work.tx.query(
      `update register.version set version = version + 1, changed_at = greatest($2::timestamptz, changed_at) where about = $1`,
      [other, new Date(work.at)],
    );
    for (const record of own) {
      if (goes.has(record.id)) move(work, record, kept, other, { from: null });
      else if (protects(record)) {
        const id = tools.newId();
        const body = { ...record.body, id };
        work.happen({
          ...record,
          act: 'COPIED',
          about: other,
          id,
          body,
          detail: { ...record.detail, copyOf: record.id },
        });
      }
    }
  }
}

/** One step, never a chain: what is merged, or has others merged into it, is not merged again. */
async function isFree(tx: Queryable, child: string): Promise<void> {
  const { rows } = await tx.query('select 1 from register.merged where child = $1 or into_child = $1 limit 1', [child]);
  if (rows.length > 0) throw new RegisterError('CONFLICT', 'the other id is merged already');
}

function protects(record: Recorded): boolean {
  if (isKind(record, 'order')) return record.body.decision === 'REFUSE';
  return isKind(record, 'legal-hold') && record.body.liftedAt === null;
}

function move(work: Work, record: Recorded, from: string, to: string, detail: Record<string, unknown>): void {
  work.happen({ act: 'LEFT', kind: 'moved', about: from, id: record.id, body: { to } });
  work.happen({ ...record, act: 'CAME', about: to, detail: { ...record.detail, ...detail } });
}
