import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CheckReport } from '@trellis/catalogue';
import { network } from '@trellis/vocabulary';
import { askGrade, inFolder, post, startPublishingNetwork, withSealedGrade } from './publishing-network.ts';

let at: Awaited<ReturnType<typeof startPublishingNetwork>>;
beforeAll(async () => {
  at = await startPublishingNetwork();
}, 120_000);
afterAll(() => at.close());

const patience = 120_000;

describe('an agency publishes', () => {
  it(
    'what takes effect before the answer leaves, and is taken back by a rollback',
    async () => {
      expect(await askGrade(at.network)).toBe('3');
      const tried = await at.publish('education', { ...withSealedGrade(), dryRun: true });
      expect(tried).toMatchObject({ status: 200, outcome: 'TRIED', version: null });
      expect(await askGrade(at.network)).toBe('3');
      const published = await at.publish('education', withSealedGrade());
      expect(published).toMatchObject({ status: 200, outcome: 'PUBLISHED', version: 1 });
      expect(await askGrade(at.network)).toBe('withheld');
      expect(await at.publish('education', withSealedGrade())).toMatchObject({ outcome: 'UNCHANGED', version: null });
      const back = await at.rollback('education');
      expect(back).toMatchObject({ status: 200, outcome: 'PUBLISHED', version: 2 });
      expect(await askGrade(at.network)).toBe('3');
    },
    patience,
  );

  it(
    'and is shown who comes to see what, by field, role and purpose',
    async () => {
      const { schema, words } = inFolder('police');
      const opened = schema.replace(
        '  narrative: String @label(is: ["police.narrative"])',
        '  narrative: String @label(is: ["police.incident"])',
      );
      expect(opened).not.toBe(schema);
      const { report } = await at.publish('police', { schema: opened, words, dryRun: true });
      expect(report?.newlyVisible.length).toBeGreaterThan(0);
      expect(report?.newlyVisible.every(({ coordinate }) => coordinate === 'Incident.narrative')).toBe(true);
    },
    patience,
  );

  it(
    'what composes, and is told why of what does not, with nothing changed',
    async () => {
      const { schema, words } = inFolder('education');
      const unlabelled = schema.replace('  grade: String @label(is: ["education.enrolment"])', '  grade: String');
      expect(unlabelled).not.toBe(schema);
      const before = await at.network.data.network.catalogue.current();
      const refused = await at.publish('education', { words, schema: unlabelled });
      expect(refused).toMatchObject({ status: 422, outcome: 'REFUSED', version: null });
      expect(refused.report?.found[0]).toMatchObject({ rule: 'everything-is-labelled', line: expect.any(Number) });
      const half = await at.publish('education', { words, schema: schema.slice(0, schema.length / 2) });
      expect(half).toMatchObject({ status: 422, outcome: 'REFUSED' });
      expect(await at.publish('education', { schema, words: { ...words, roles: 'teacher' } })).toMatchObject({
        status: 422,
        outcome: 'REFUSED',
        report: { found: [{ rule: 'words' }] },
      });
      expect(await at.network.data.network.catalogue.current()).toEqual(before);
      expect(await askGrade(at.network)).toBe('3');
    },
    patience,
  );

  it(
    'what `trellis check --gateway` found nothing in, with what is live there; and the place of what it found',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'trellis-check-live-'));
      cpSync(network.folder, folder, { recursive: true });
      const file = join(folder, 'agencies/education/schema.graphql');
      const check = async (): Promise<{ code: number; report: CheckReport }> => {
        const token = await at.system('education');
        const program = fileURLToPath(new URL('../../../cli/bin/trellis.mjs', import.meta.url));
        const where = ['--network', folder, 'check', 'education', '--gateway', at.network.urls.gateway];
        const child = execFile(process.execPath, [program, ...where, '--token', token, '--json']);
        let said = '';
        child.stdout?.on('data', (text: string) => (said += text));
        const [code] = (await once(child, 'close')) as [number];
        return { code, report: JSON.parse(said) as CheckReport };
      };
      try {
        expect(await check()).toMatchObject({ code: 0, report: { ok: true, agencies: ['education'] } });
        const schema = readFileSync(file, 'utf8');
        writeFileSync(file, schema.replace('  grade: String @label(is: ["education.enrolment"])', '  grade: String'));
        const { code, report } = await check();
        expect(code).toBe(1);
        const [found] = report.found;
        expect(found).toMatchObject({ rule: 'everything-is-labelled', file });
        expect(readFileSync(file, 'utf8').split('\n')[(found?.line ?? 0) - 1]).toContain('grade: String');
        expect(await askGrade(at.network)).toBe('3');
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    patience,
  );

  it(
    'never what a category is of, nor a mandate for itself',
    async () => {
      const { schema, words } = inFolder('education');
      const { enrolment, ...others } = words.categories;
      const ofAdult = { ...words, categories: { ...others, enrolment: { ...enrolment, of: 'ADULT' } } };
      const refused = await at.publish('education', { schema, words: ofAdult });
      expect(refused.report?.found[0]?.rule).toBe('a-category-keeps-its-meaning');
      const mandated = await at.publish('education', { schema, words: { ...words, mandates: ['PROTECTION'] } });
      expect(mandated.status).toBe(200);
      expect(at.network.data.network.current.vocabulary.mandates.PROTECTION).toEqual(['child-protection']);
    },
    patience,
  );

  it(
    'itself and nobody else, by its own system alone',
    async () => {
      const url = `${at.network.urls.gateway}/catalogue/publish`;
      const claims = { purposes: ['privacy-administration'] };
      const before = await at.network.data.network.catalogue.generation();
      const others = [
        { agency: 'education', role: 'teacher', kind: 'worker', user: 'te-delorme', purposes: ['education-support'] },
        { agency: 'education', role: 'privacy-officer', kind: 'officer', user: 'po', ...claims },
        { agency: 'network', role: 'privacy-officer', kind: 'officer', user: 'po', ...claims },
        { agency: 'register', role: 'system', kind: 'system', user: 'register', ...claims },
        { agency: 'identity', role: 'system', kind: 'system', user: 'identity', ...claims },
      ] as const;
      for (const who of others) {
        const answered = await post(url, withSealedGrade(), () => at.network.token(who));
        expect([who.agency, who.kind, answered.errors?.[0]?.extensions.code]).toEqual([
          who.agency,
          who.kind,
          'FORBIDDEN',
        ]);
      }
      const forged = await post(url, withSealedGrade(), () => Promise.resolve('no.valid.token'));
      expect(forged.status).toBe(401);
      // The police cannot take education's place: what they send is theirs.
      const { words } = inFolder('education');
      const taken = await at.publish('police', { schema: inFolder('education').schema, words, agency: 'education' });
      expect(taken.status).toBe(400);
      expect(await at.network.data.network.catalogue.generation()).toBe(before);
    },
    patience,
  );

  it(
    'from outside: one that nobody knew of is on the graph, under words and a key of its own',
    async () => {
      const words = {
        title: { en: 'Legal aid', fr: 'Aide juridique' },
        dutyContact: '705-555-0199',
        roles: ['lawyer'],
        involvementKinds: [],
        categories: {
          matter: { labels: ['R'], en: 'What the child is advised about.', fr: 'Ce sur quoi on conseille.' },
        },
      };
      const schema = `type Child @key(fields: "id") @about(children: "id") {
        id: NetworkId! @open
        legalMatter: String @label(is: ["legal-aid.matter"])
      }`;
      const nowhere = await at.publish('legal-aid', { schema, words });
      expect(nowhere).toMatchObject({ status: 422, report: { found: [{ rule: 'can-be-served' }] } });
      const published = await at.publish('legal-aid', { schema, words, address: 'http://127.0.0.1:9/graphql' });
      expect(published).toMatchObject({ status: 200, outcome: 'PUBLISHED' });
      expect(published.report?.found).toContainEqual(expect.objectContaining({ rule: 'category-without-a-rule' }));
      const token = await at.network.token({
        agency: 'legal-aid',
        role: 'lawyer',
        kind: 'worker',
        user: 'lawyer-1',
        purposes: ['legal-proceeding'],
      });
      const response = await fetch(`${at.network.urls.gateway}/graphql`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'purpose-of-use': 'legal-proceeding',
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          query: '{ child(id: "v7cqm3xkt5zhy2wnrgd4bfjuoa") { legalMatter } agencies { name } }',
        }),
      });
      const body = (await response.json()) as { data: { agencies: readonly { name: string }[] }; errors?: unknown };
      expect(body.errors).toBeUndefined();
      expect(body.data.agencies.map(({ name }) => name)).toContain('legal-aid');
    },
    patience,
  );

  it('and its officers, and the network’s, are told', async () => {
    for (const agency of ['education', 'network']) {
      const told = await at.network.data.register.noticesFor({ agency });
      expect(told.filter(({ kind }) => kind === 'AGENCY_PUBLISHED').map(({ record }) => record)).toContain(
        'catalogue:1',
      );
    }
  });
});
