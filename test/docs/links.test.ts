import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { rooms } from '../../house.config.js';
import { anchorsOf, pages, proseOf, readPage, root } from './pages.ts';

const roomNames = [...new Set(Object.keys(rooms).map((room) => room.split('/')[0] as string)), 'docs', 'examples'];
const isPath = new RegExp(`^(?:${roomNames.join('|')})/[\\w./-]+$`);

describe.each(pages)('%s', (page) => {
  const text = proseOf(readPage(page));

  it('links to what is there', () => {
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const broken = targets.filter((target) => {
      if (/^(?:https?|mailto):/.test(target)) return false;
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : normalize(join(dirname(page), path));
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && !anchorsOf(readPage(file)).has(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('names files that exist', () => {
    const named = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code).filter((code) => isPath.test(code));
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
