// `npm run measure`: figures about the code that a reader feels: sizes, long functions, circles of imports, names with two meanings, sentences that begin
// with a question word. `npm run measure -- --circles`, `--names` and `--long` list what was counted.
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

/** The functions of a file that have a body, with their lines. */
function functionsOf(file) {
  const tree = trees.get(file);
  const found = [];
  const line = (position) => tree.getLineAndCharacterOfPosition(position).line + 1;
  walk(tree, (node) => {
    if (!ts.isFunctionLike(node) || !node.body || !ts.isBlock(node.body)) return;
    const [first, last] = [line(node.getStart()), line(node.end)];
    found.push({ lines: last - first + 1, place: `${file}:${first} ${node.name?.getText() ?? ''}` });
  });
  return found;
}

/** Files of the project that a file imports, types included. */
function importsOf(file) {
  const found = [...texts.get(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, name]) => name);
  return found.map((name) => normalize(join(dirname(file), name))).filter((name) => texts.has(name));
}

/** Groups of files that import each other, types included. */
const circlesOfFiles = () => circles(new Map(sources.map((file) => [file, new Set(importsOf(file))])));

/** Groups of folders that import each other. A folder and those within it are one room: they count as no circle. */
function circlesOfFolders() {
  const edges = new Map();
  const isWithin = (inner, outer) => inner === outer || inner.startsWith(`${outer}/`);
  for (const file of sources) {
    const from = dirname(file);
    const to = edges.get(from) ?? edges.set(from, new Set()).get(from);
    for (const target of importsOf(file).map(dirname)) {
      if (!isWithin(from, target) && !isWithin(target, from)) to.add(target);
    }
  }
  return circles(edges);
}

/** Groups that lead to each other, by Tarjan's algorithm. */
function circles(edges) {
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
const functions = sources.flatMap(functionsOf);
const lengths = functions.map(({ lines }) => lines);
const long = functions.filter(({ lines }) => lines > 40).toSorted((a, b) => b.lines - a.lines);
const sentences = docSentences();
const questions = sentences.filter((sentence) => /^(What|Who|Where|How|Whether|Which|When)\b/.test(sentence));
const rows = {
  'source files': sources.length,
  'source lines': lines.reduce((sum, each) => sum + each, 0),
  'lines a file, median': quantile(lines, 0.5),
  'lines a file, most': Math.max(...lines),
  'lines a function, 90th of 100': quantile(lengths, 0.9),
  'functions over 40 lines': long.length,
  'circles of files': circlesOfFiles().length,
  'circles of folders beside each other': circlesOfFolders().length,
  'names exported twice': sharedNames().length,
  'doc comments that begin with a question word': `${((100 * questions.length) / sentences.length).toFixed(1)}%`,
  'test files': files.length - sources.length,
};
for (const [name, value] of Object.entries(rows)) console.log(`${name.padEnd(46)} ${value}`);
if (process.argv.includes('--circles'))
  for (const group of [...circlesOfFiles(), ...circlesOfFolders()]) console.log(group.join(' ⇄ '));
if (process.argv.includes('--long')) for (const { lines, place } of long) console.log(lines, place);
if (process.argv.includes('--names')) for (const name of sharedNames()) console.log(name);
