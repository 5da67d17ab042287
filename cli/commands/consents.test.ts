import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { consentsCommand } from './consents.ts';

const child = 'v7cqm3xkt5zhy2wnrgd4bfjuoa';
const consent = {
  id: 'c-1',
  decision: 'PERMIT',
  by: 'a-1',
  recipients: [{ agency: 'education', role: 'teacher', user: null }],
  purposes: ['education-support'],
  categories: ['mental-health.safety-plan'],
  level: 'FULL',
  from: '2026-01-01T00:00:00.000Z',
  to: null,
  recordsFrom: null,
  recordsTo: null,
  notEvenInEmergency: false,
  except: [{ recipients: null, purposes: ['education-support'], categories: null, except: [] }],
  evidence: 'Signed form',
  language: 'en',
  state: 'ACTIVE',
};
const refusal = { ...consent, id: 'c-2', decision: 'REFUSE', level: 'SUMMARY', except: [] };

const folder = mkdtempSync(join(tmpdir(), 'trellis-consents-'));
const file = join(folder, 'consents.json');
const recorded: Record<string, unknown>[] = [];
let held: readonly object[] | null = [];
let server: Server;
let gateway = '';

let refuses: ((input: Record<string, unknown>) => boolean) | undefined;
const withdrawn: string[] = [];
/** What is said before anything is recorded. */
const told: string[] = [];
const refused = { errors: [{ message: 'Forbidden', extensions: { code: 'FORBIDDEN' } }] };

function record(input: Record<string, unknown>) {
  if (refuses?.(input) === true) return undefined;
  recorded.push(input);
  const id = `new-${String(recorded.length)}`;
  return { recordConsent: { id, decision: input['decision'], state: 'ACTIVE', effect: null } };
}

function withdraw(id: string) {
  withdrawn.push(id);
  return { withdrawConsent: { id } };
}

/** A gateway that holds consents and takes what is recorded. */
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { query, variables } = JSON.parse(body) as {
        query: string;
        variables: { input: Record<string, unknown>; id: string };
      };
      const data = query.includes('recordConsent(')
        ? record(variables.input)
        : query.includes('withdrawConsent(')
          ? withdraw(variables.id)
          : { child: { consents: held } };
      response.end(JSON.stringify(data === undefined ? refused : { data }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  gateway = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
beforeEach(() => {
  recorded.length = 0;
  withdrawn.length = 0;
  told.length = 0;
  refuses = undefined;
  held = [consent, refusal];
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const who = ['--agency', 'network', '--role', 'privacy-officer', '--token', 't'];

/** The text that the command prints. */
async function run(...words: readonly string[]): Promise<string> {
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const beforehand = jest.spyOn(console, 'error').mockImplementation((line) => told.push(String(line)));
  try {
    await consentsCommand().parseAsync([...words, ...who, '--gateway', gateway], { from: 'user' });
    return log.mock.calls.join('\n');
  } finally {
    log.mockRestore();
    beforehand.mockRestore();
  }
}

describe('trellis consents', () => {
  it.each(['R4', 'R5'])(
    'exports what a child’s consents are in FHIR %s, and imports the same again',
    async (release) => {
      writeFileSync(file, await run('export', child, '--release', release));
      await run('import', file);
      expect(recorded).toContainEqual(
        expect.objectContaining({
          ...{ child, decision: 'PERMIT', by: 'a-1', level: 'FULL', from: consent.from, evidence: 'Signed form' },
          ...{ purposes: consent.purposes, categories: consent.categories, notEvenInEmergency: false },
          recipients: [{ agency: 'education', role: 'teacher' }],
          except: [{ purposes: ['education-support'] }],
        }),
      );
    },
  );

  it('records what closes before what opens beside it', async () => {
    writeFileSync(file, await run('export', child));
    await run('import', file);
    expect(recorded.map(({ decision }) => decision)).toEqual(['REFUSE', 'PERMIT']);
  });

  it('leaves nothing open of a file of which one is refused, and says what of it stands', async () => {
    held = [consent, refusal, { ...consent, id: 'c-3', by: 'a-2' }];
    writeFileSync(file, await run('export', child));
    refuses = ({ by }) => by === 'a-2';
    await expect(run('import', file)).rejects.toThrow(
      /consent 3 of 3 failed: [\s\S]*new-2: PERMIT, taken back[\s\S]*new-1: REFUSE, stays/,
    );
    expect(withdrawn).toEqual(['new-2']);
  });

  it('says before it records several what comes of those before one that is refused', async () => {
    writeFileSync(file, await run('export', child));
    await run('import', file);
    expect(told.join()).toMatch(/2 consents are recorded one after another.*permits before it are taken back/);
  });

  it('records nothing of a file in which one is not in force', async () => {
    held = [refusal, { ...consent, state: 'WITHDRAWN' }];
    writeFileSync(file, await run('export', child));
    await expect(run('import', file)).rejects.toThrow(/Consent 2 .* is WITHDRAWN: only what is in force is recorded/);
    expect(recorded).toEqual([]);
  });

  it('records nothing where an element cannot be carried, names it, and takes it where it is said whom it means', async () => {
    const [entry] = (JSON.parse(await run('export', child)) as { entry: { resource: object }[] }).entry;
    writeFileSync(file, JSON.stringify({ ...entry?.resource, patient: { reference: 'Patient/7' } }));
    await expect(run('import', file)).rejects.toThrow(/patient: Nobody on this network is known by it/);
    expect(recorded).toEqual([]);
    await run('import', file, '--child', `Patient/7=${child}`);
    expect(recorded).toEqual([expect.objectContaining({ child })]);
  });

  it('says so where the consents are not shown to who asks', async () => {
    held = null;
    await expect(run('export', child)).rejects.toThrow(/not shown to this requester/);
  });
});
