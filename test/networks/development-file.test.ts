import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readDevelopment } from '../../network/issuer/read-development.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Told {
  readonly people: readonly { readonly agency: string; readonly role: string; readonly purposes: readonly string[] }[];
  readonly question: string;
  readonly eyes: readonly string[];
}

/** What the development issuer of a network has: whom one may be, what is asked first, and who is around the first child. */
function developmentOf(network: string): Told {
  const program = `import { developmentPeople, eyesOn, questionAbout } from './network/issuer/development-people.ts';
import { namedChildren } from './network/named-children.ts';
console.log(JSON.stringify({ people: developmentPeople, question: questionAbout('a'), eyes: eyesOn(namedChildren[0]).map(({ user }) => user) }));`;
  const told = execFileSync(
    'node',
    ['--import', '@trellis/platform/typescript', '--input-type=module', '-e', program],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TRELLIS_NETWORK: join(root, 'networks', network) },
    },
  );
  return JSON.parse(told) as Told;
}

describe('whom one may be on a development network, and what is asked first', () => {
  it('are in the network’s folder', () => {
    const { people, question } = developmentOf('ontario');
    expect(people).toContainEqual(expect.objectContaining({ agency: 'police', role: 'officer' }));
    expect(people).toContainEqual(expect.objectContaining({ user: 'privacy-officer-network-2', name: 'K. Lavallee' }));
    expect(question).toContain('child(id: "a")');
    expect(question).toContain('mentalHealth');
  });

  it('fit a network that has no such file and shares no word with Ontario: its roles, its purposes, no agency of another’s', () => {
    const { people, question, eyes } = developmentOf('romandie');
    const agencies = new Set(people.map(({ agency }) => agency));
    expect([...agencies].sort()).toEqual(['curatelle', 'family', 'network', 'pediatrie']);
    expect(people.filter(({ agency }) => agency === 'curatelle').length).toBeGreaterThan(0);
    expect(people.every(({ purposes }) => purposes.length > 0)).toBe(true);
    expect(JSON.stringify(people)).not.toMatch(/child-protection|mental-health|police|education/);
    expect(question).not.toMatch(/education|mentalHealth/);
    expect(eyes.length).toBeGreaterThan(0);
  });

  it('and a file that does not fit is named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'trellis-development-'));
    writeFileSync(join(folder, 'development.yaml'), 'officers: [{ agency: network }]\n');
    expect(() => readDevelopment({ folder })).toThrow(/development\.yaml: officers\.0\.role/);
    rmSync(folder, { recursive: true });
  });
});
