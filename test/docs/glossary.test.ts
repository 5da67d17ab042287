import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const page = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8');
const words = [...page.matchAll(/^\| \*\*([^*]+)\*\*/gm)].map(([, word]) => word);

it('keeps the glossary to forty words of our own, each told once', () => {
  expect(words.length).toBeGreaterThan(20);
  expect(words.length).toBeLessThanOrEqual(40);
  expect(new Set(words).size).toBe(words.length);
});
