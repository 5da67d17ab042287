import type { Queryable } from '@trellis/platform';
import { isKind, ofKind } from '../conditions.ts';
import { idsOf, onRecord, onRecordsOf, recordsAbout, type Tools, type Work } from '../desk.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Linkage, Recorded } from '../records.ts';

export function linkageCommands(tools: Tools) {
  const propose = (
    actor: Actor,
    mutation: 'mergeChildren' | 'splitChild',
    { reason, ...proposal }: Pick<Linkage, 'kept' | 'other' | 'records'> & { readonly reason: string },
  ): Promise<Recorded<'linkage'>> =>
    onRecordsOf(tools, actor, { mutation, about: proposal.kept, with: [proposal.other] }, async (work) => {
      const act = mutation === 'mergeChildren' ? 'MERGE' : 'SPLIT';
      // Its own id, whatever was proposed of these children before: who confirms it confirms this and nothing else.
      const body: Linkage = { id: tools.newId(), act, ...proposal, state: 'PROPOSED', doneAt: null };
      await check(work, body);
      return work.happen({
        act: `${act}_PROPOSED`,
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
      const { child, other, reason } = readInput(tools.inputs.merge, given);
      return propose(actor, 'mergeChildren', { kept: child, other, records: [], reason });
    },

    /** Says that what lies under one id is about two children, and which records are the other's. Nothing changes until confirmed. */
    async splitChild(actor: Actor, given: unknown): Promise<Recorded<'linkage'>> {
      const { child, other, records, reason } = readInput(tools.inputs.split, given);
      return propose(actor, 'splitChild', { kept: child, other, records: records ?? [], reason });
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
        // Things may have moved since it was proposed.
        await check(work, target.body);
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

/** Whether it can be done as things stand. */
async function check({ tx, records: own }: Work, { act, kept, other, records }: Linkage): Promise<void> {
  if ((await idsOf(tx, kept)).kept !== kept) throw new RegisterError('CONFLICT', 'this id is merged already');
  if (act === 'MERGE') return isFree(tx, other);
  const known = new Set(own.filter((each) => each.kind !== 'linkage').map(({ id }) => id));
  if (records.some((id) => !known.has(id))) throw new RegisterError('BAD_REQUEST', '`records` does not fit');
  if ((await idsOf(tx, other)).kept === kept) return;
  await isFree(tx, other);
  if ((await recordsAbout(tx, other)).length > 0)
    throw new RegisterError('CONFLICT', 'the other id is in use, and was not merged into this one');
  if (records.length === 0) throw new RegisterError('BAD_REQUEST', '`records` does not fit');
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
