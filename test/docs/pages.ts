import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every page that people read, by its path from the root. */
export const pages: readonly string[] = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => relative(root, join(root, 'docs', file))),
].sort();

export function readPage(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

export interface Fence {
  /** What stands behind the three backticks: `sh run`. */
  readonly info: string;
  readonly text: string;
}

const fence = /^( *)```([^\n]*)\n([\s\S]*?)^\1```$/gm;

/** The fenced blocks of a page, in order; those in lists without their indentation. */
export function fencesOf(markdown: string): readonly Fence[] {
  return [...markdown.matchAll(fence)].map(([, indent = '', info = '', text = '']) => ({
    info: info.trim(),
    text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}

/** A page without its fenced blocks: the prose, with its links and names. */
export function proseOf(markdown: string): string {
  return markdown.replace(fence, '');
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchorsOf(markdown: string): ReadonlySet<string> {
  const headings = proseOf(markdown).matchAll(/^#{1,6} (.+)$/gm);
  return new Set(
    [...headings].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
