import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { readNetwork } from '@trellis/vocabulary';
import { firstRules } from './first-rules.ts';

it('passes a pack on as it was written where every word of it is on the network, short enough to be sent back as a draft', () => {
  const network = readNetwork(fileURLToPath(new URL('../networks/ontario', import.meta.url)));
  const { yaml, leftOut } = firstRules(network);
  expect(leftOut).toEqual([]);
  expect(yaml).toBe(readFileSync(network.rules, 'utf8'));
  // An officer of the network may send ten times what others may; half of it leaves room for a network's own rules.
  expect(JSON.stringify(yaml).length).toBeLessThan(5 * network.vocabulary.limits.bodyBytes);
});

it('refuses a pack whose days begin in another zone than those of the network', () => {
  const network = readNetwork(fileURLToPath(new URL('../networks/ontario', import.meta.url)));
  expect(() => firstRules({ ...network, timeZone: 'Europe/Zurich' })).toThrow(
    /ontario\.yaml: timeZone is America\/Toronto, and Europe\/Zurich in network\.yaml: write the same zone in both/,
  );
});
