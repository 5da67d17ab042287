import { readFileSync } from 'node:fs';
import type { Queryable } from '@trellis/platform';
import { vocabulary } from '@trellis/vocabulary';
import { expect, it } from '@jest/globals';
import { liveAt, NetworkReader } from './network-reader.ts';

const pack = readFileSync(new URL('../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');

it('answers each reader from its own reading, however their statements overlap', async () => {
  const answers: ((rows: object[]) => void)[] = [];
  const database: Queryable = {
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      const rows = text.includes('rule_set_text')
        ? [{ yaml: pack.replace(/^version: .*$/m, `version: '${String(values[0])}'`) }]
        : await new Promise<object[]>((resolve) => answers.push(resolve));
      return { rows: rows as Row[], rowCount: rows.length };
    },
  };
  const reader = new NetworkReader(database, vocabulary);
  const row = (version: number) => [
    { version, records: [{ kind: 'publication', body: { number: version, from: 0 } }] },
  ];
  const older = reader.read(1);
  const newer = reader.read(1);
  answers[0]?.(row(1));
  answers[1]?.(row(2));
  for (const [reading, version] of [
    [await older, 1],
    [await newer, 2],
  ] as const) {
    expect(reading.network).toMatchObject({ version, ruleSet: version });
    expect(reading.rules.ruleSet.version).toBe(String(version));
  }
  expect(reader.kept(2, 1)?.network.version).toBe(2);

  const late = reader.read(1);
  answers[2]?.(row(1));
  expect((await late).network).toMatchObject({ version: 1, ruleSet: 1 });
  expect(reader.kept(2, 1)?.network.ruleSet).toBe(2);
});

it('takes the last set whose instant has come', () => {
  const publications = [
    { number: 1, from: 10 },
    { number: 3, from: 30 },
    { number: 2, from: 20 },
    { number: 4, from: 20 },
  ];
  expect([5, 10, 19, 20, 30].map((now) => liveAt(publications, now))).toEqual([undefined, 1, 1, 4, 3]);
});
