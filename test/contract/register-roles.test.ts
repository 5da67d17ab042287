import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrateLedger, openLedger } from '@trellis/ledger';
import { openPostgres, sqlState, type Database } from '@trellis/platform';
import {
  isUnreachable,
  migrateRegister,
  openRegister,
  seedRegister,
  type Actor,
  type Register,
} from '@trellis/register';
import { openRegisterAgency } from '@trellis/subgraph-register';
import { vocabulary } from '@trellis/vocabulary';

const url = process.env['TEST_DATABASE_URL'];
const pack = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const child = 'p'.repeat(26);
const officer = (user: string): Actor => ({
  agency: 'network',
  role: 'privacy-officer',
  user,
  kind: 'officer',
  purpose: 'privacy-administration',
});

/** A process's own role is no superuser, as in production: what holds it back is what it may not do, not a trigger alone. */
(url === undefined ? describe.skip : describe)('the role of the register on Postgres (TEST_DATABASE_URL)', () => {
  const name = `trellis_role_${randomBytes(6).toString('hex')}`;
  let admin: Database;
  let database: Database;
  let register: Register;
  beforeAll(async () => {
    admin = openPostgres({ url: url ?? '', max: 1 });
    await admin.query(`create role ${name} login password '${name}' nosuperuser`);
    await admin.query(`create database ${name} owner ${name}`);
    const own = new URL(url ?? '');
    [own.pathname, own.username, own.password] = [`/${name}`, name, name];
    database = openPostgres({ url: own.href, schema: 'register' });
    await migrateRegister(database);
    await migrateLedger(database);
    await database.transaction((tx) => seedRegister(tx, { at: 0, ruleSets: [pack] }));
    register = openRegister(database, { vocabulary });
  });
  afterAll(async () => {
    await database.close();
    await admin.query(`drop database ${name} with (force)`);
    await admin.query(`drop role ${name}`);
    await admin.close();
  });

  it('does everything that the register does', async () => {
    const hold = await register.placeLegalHold(officer('one'), { child, reference: 'inquest', reason: 'ordered' });
    await register.liftLegalHold(officer('two'), hold.id, 'over');
    const other = 'q'.repeat(26);
    const merge = await register.mergeChildren(officer('one'), { child, other, reason: 'one child' });
    await register.confirmLinkage(officer('two'), merge.id);
    const split = await register.splitChild(officer('one'), { child, other, reason: 'two children' });
    await register.confirmLinkage(officer('two'), split.id);
    await register.expire();
    await register.deliverNotices(() => Promise.resolve());
    const { id } = await register.requestErasure(officer('one'), { child, reason: 'the period is over' });
    await register.confirmErasure(officer('two'), id, async (tx, ids) => {
      for (const each of ids) await openLedger(database).eraseChild(tx, each);
    });
    expect((await register.readAt(child, Date.now() + 1_000)).facts.consents).toEqual([]);
  });

  it.each([
    ['event', ['UPDATE', 'DELETE', 'TRUNCATE']],
    ['rule_set_text', ['UPDATE', 'DELETE', 'TRUNCATE']],
    ['version', ['DELETE', 'TRUNCATE']],
    ['notice', ['DELETE', 'TRUNCATE']],
    ['secret', ['UPDATE', 'DELETE', 'TRUNCATE']],
  ])('may not change what only grows: %s, %j', async (table, privileges) => {
    for (const privilege of privileges) {
      const asked = await database.query<{ may: boolean }>('select has_table_privilege(current_user, $1, $2) as may', [
        `register.${table}`,
        privilege,
      ]);
      expect([privilege, asked.rows]).toEqual([privilege, [{ may: false }]]);
    }
  });

  it.each([
    "update register.event set act = 'NOTHING'",
    "update register.event set body = '{}'::jsonb",
    'delete from register.event',
    'truncate register.event',
    "update register.rule_set_text set yaml = ''",
    'delete from register.rule_set_text',
    'delete from register.version',
    'delete from register.notice',
    'delete from register.secret',
  ])('is refused: %s', async (statement) => {
    expect(sqlState(await database.query(statement).catch((error: unknown) => error))).toBe('42501');
  });

  it('a register that cannot be reached says so, by its code', async () => {
    const gone = openPostgres({
      url: 'postgres://nobody@127.0.0.1:1/nothing',
      schema: 'register',
      connectTimeoutMs: 500,
    });
    const failure = await gone.query('select 1').catch((error: unknown) => error);
    expect(isUnreachable(failure)).toBe(true);
    expect(isUnreachable(await database.query('select 1 / 0').catch((error: unknown) => error))).toBe(false);
    expect(isUnreachable(await database.query('select nothing').catch((error: unknown) => error))).toBe(false);
    const agency = openRegisterAgency({
      register: openRegister(gone, { vocabulary }),
      ledger: openLedger(gone),
      vocabulary,
      contacts: [],
    });
    const requester = officer('one');
    const contextValue = agency.contextFor({
      database: gone,
      disclosure: 'd',
      requester,
      purpose: requester.purpose,
      now: 0,
    });
    const { execute, parse } = await import('graphql');
    for (const asked of [
      '{ rules { number } }',
      '{ emergencyAccesses { id } }',
      '{ disclosures { edges { cursor } } }',
      `mutation { placeLegalHold(child: "${child}", reference: "r", reason: "r") { id } }`,
    ]) {
      const { errors = [] } = await execute({ schema: agency.schema, document: parse(asked), contextValue });
      expect([asked, errors.map(({ originalError }) => (originalError as { code?: string }).code)]).toEqual([
        asked,
        ['REGISTER_UNAVAILABLE'],
      ]);
    }
    await gone.close();
  });
});
