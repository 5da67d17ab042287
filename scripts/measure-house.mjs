// `npm run measure`: figures about the code that a reader feels: sizes, long functions, circles of imports, names with two meanings, sentences that begin
// with a question word. `npm run measure -- --circles` and `--names` list what was counted.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)));
const isTest = (file) => file.startsWith('test/') || /\.test\.tsx?$/.test(file);
const sources = files.filter((file) => !isTest(file) && !file.endsWith('.generated.ts'));

const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const trees = new Map(
  files.map((file) => [file, ts.createSourceFile(file, texts.get(file), ts.ScriptTarget.Latest, true)]),
);
const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;

/** Calls `visit` on every node of a file. */
function walk(node, visit) {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function functionLengths(file) {
  const tree = trees.get(file);
  const lengths = [];
  walk(tree, (node) => {
    if (!ts.isFunctionLike(node) || !node.body || !ts.isBlock(node.body)) return;
    const line = (position) => tree.getLineAndCharacterOfPosition(position).line;
    lengths.push(line(node.end) - line(node.getStart()) + 1);
  });
  return lengths;
}

/** Files of the project that a file imports, types included. */
function importsOf(file) {
  const found = [...texts.get(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, name]) => name);
  return found.map((name) => normalize(join(dirname(file), name))).filter((name) => texts.has(name));
}

/** Groups of folders that import each other, by Tarjan's algorithm over the folders' imports. */
function circles() {
  const edges = new Map();
  for (const file of sources) {
    const from = dirname(file);
    const to = edges.get(from) ?? edges.set(from, new Set()).get(from);
    for (const target of importsOf(file)) if (dirname(target) !== from) to.add(dirname(target));
  }
  const state = { index: 0, stack: [], found: [] };
  const seen = new Map();
  const visit = (name) => {
    const own = { index: state.index, low: state.index++, open: true };
    seen.set(name, own);
    state.stack.push(name);
    for (const next of edges.get(name) ?? []) {
      const other = seen.get(next);
      if (!other) own.low = Math.min(own.low, visit(next).low);
      else if (other.open) own.low = Math.min(own.low, other.index);
    }
    if (own.low === own.index) {
      const group = state.stack.splice(state.stack.indexOf(name));
      for (const member of group) seen.get(member).open = false;
      if (group.length > 1) state.found.push(group.toSorted());
    }
    return own;
  };
  for (const name of edges.keys()) if (!seen.has(name)) visit(name);
  return state.found;
}

/** Names exported from more than one source file, so that one name has several types. */
function sharedNames() {
  const places = new Map();
  for (const file of sources) {
    walk(trees.get(file), (node) => {
      const isExported =
        ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
      if (!isExported || !node.name || !ts.isIdentifier(node.name)) return;
      const room = places.get(node.name.text) ?? places.set(node.name.text, new Set()).get(node.name.text);
      room.add(file);
    });
  }
  return [...places].filter(([, at]) => at.size > 1).map(([name, at]) => `${name}: ${[...at].join(', ')}`);
}

/** The first words of doc comments. */
function docSentences() {
  return sources.flatMap((file) =>
    [...texts.get(file).matchAll(/\/\*\*\s*\n?\s*\*?\s*([A-Z][^\n*]*)/g)].map(([, sentence]) => sentence),
  );
}

const lines = sources.map((file) => texts.get(file).split('\n').length);
const lengths = sources.flatMap(functionLengths);
const sentences = docSentences();
const questions = sentences.filter((sentence) => /^(What|Who|Where|How|Whether|Which|When)\b/.test(sentence));
const rows = {
  'source files': sources.length,
  'source lines': lines.reduce((sum, each) => sum + each, 0),
  'lines a file, median': quantile(lines, 0.5),
  'lines a file, most': Math.max(...lines),
  'lines a function, 90th of 100': quantile(lengths, 0.9),
  'functions over 40 lines': lengths.filter((length) => length > 40).length,
  'circles of folders': circles().length,
  'names exported twice': sharedNames().length,
  'doc comments that begin with a question word': `${((100 * questions.length) / sentences.length).toFixed(1)}%`,
  'test files': files.length - sources.length,
};
for (const [name, value] of Object.entries(rows)) console.log(`${name.padEnd(46)} ${value}`);
if (process.argv.includes('--circles')) for (const group of circles()) console.log(group.join(' ⇄ '));
if (process.argv.includes('--names')) for (const name of sharedNames()) console.log(name);
