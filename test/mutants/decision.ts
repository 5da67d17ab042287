/**
 * Mutates the decision engine, one place at a time, and shows that what it says changes. Prints a table; exits with 1 if a mutant
 * lives that `decision-equivalents.ts` does not prove equivalent. `node --import @trellis/platform/typescript test/mutants/decision.ts [file …]`
 */
import { equivalents } from './decision-equivalents.ts';
import type { Load } from './engine-under-test.ts';
import { findMutations, type Mutation } from './find-mutations.ts';
import { loadEngine, readSource, within } from './load-engine.ts';
import { probes } from './probe-engine.ts';

/** The files that are tried unless others are named; most of `effect/` are named, since a mutant of theirs that lives takes minutes. */
const engineFiles = [
  'permitted',
  'ladder',
  'terms',
  'bits',
  'level-sets',
  'known',
  'asked',
  'consent-tree',
  'period',
  'age',
  'local-day',
  'read-authorities',
  'authority-reach',
  'read-consents',
  'weigh-consents',
  'held-authorities',
  'involvement-mask',
  'open-approvals',
  'compiled-authority-kind',
  'compile-rules',
  'recipient-rules',
  'rule-conditions',
  'compile-child',
  'boundaries',
  'decide',
  'made-decision',
  'grounds-of',
  'obligations-of',
  'routes-to',
  'ceiling',
  'access-period-category',
  'explain',
  'explain-to-requester',
  'own-reach',
  'could-open',
  'effect/ended-reason',
  ...['decided-by-child', 'family-safety', 'parts-of', 'safety-faults', 'shown-to-member', 'withheld-from-family'].map(
    (name) => `safety/${name}`,
  ),
].map((name) => `${name}.ts`);

const mostTime = 120_000;
/** A mutant proven equivalent is asked this much, so that a proof gone stale shows. */
const enoughForProven = 1510;
const baseline = loadEngine();
const expected = probes.map((probe) => probe(baseline));
/** The probes that killed last, the latest first: what noticed one mutant of a file often notices the next. */
const killers: number[] = [];
const mostKillers = 25;

type End = 'killed' | 'errs' | 'never ends' | 'equivalent' | 'LIVES';

function endOf(mutation: Mutation, text: string): End {
  const changed = text.slice(0, mutation.start) + mutation.becomes + text.slice(mutation.end);
  let end: End = 'LIVES';
  try {
    within(mostTime, () => {
      const load = loadEngine({ file: mutation.file, text: changed });
      const most = isProven(mutation, text) ? enoughForProven : probes.length;
      const killer = [...killers, ...probes.keys()].find((index) => index < most && notices(index, load));
      if (killer === undefined) return;
      end = 'killed';
      killers.splice(0, killers.length, ...[...new Set([killer, ...killers])].slice(0, mostKillers));
    });
  } catch (error) {
    // A mutant that throws, or never ends, has been noticed; ours are the only errors that matter here, and there are none.
    end =
      error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
        ? 'never ends'
        : 'errs';
  }
  return end === 'LIVES' && isProven(mutation, text) ? 'equivalent' : end;
}

function notices(index: number, load: Load): boolean {
  return probes[index]?.(load) !== expected[index];
}

function isProven({ file, was, becomes, line }: Mutation, text: string): boolean {
  const stands = text.split('\n')[line - 1] ?? '';
  return equivalents.some(
    (each) =>
      each.file === file &&
      each.was === was &&
      each.becomes === becomes &&
      (each.on === undefined || stands.includes(each.on)),
  );
}

const asked = process.argv.slice(2);
const files = asked.length > 0 ? asked : engineFiles;
let living = 0;
console.log('file'.padEnd(32), 'mutants', 'killed', ' errs', 'endless', 'equivalent', 'LIVING');
const total = new Map<End, number>();
for (const file of files) {
  const text = readSource(file);
  const ends = new Map<End, number>();
  const mutations = findMutations(file, text);
  for (const mutation of mutations) {
    const end = endOf(mutation, text);
    ends.set(end, (ends.get(end) ?? 0) + 1);
    total.set(end, (total.get(end) ?? 0) + 1);
    if (end !== 'LIVES') continue;
    living += 1;
    console.log(`LIVES ${file}:${mutation.line} \`${short(mutation.was)}\` → \`${short(mutation.becomes)}\``);
  }
  row(file, mutations.length, ends);
}
const all = [...total.values()].reduce((sum, count) => sum + count, 0);
console.log(`${all} mutants: ${[...total].map(([end, count]) => `${count} ${end}`).join(', ')}; ${living} living`);
process.exitCode = living > 0 ? 1 : 0;

function row(name: string, mutants: number, ends: ReadonlyMap<End, number>): void {
  const count = (end: End, width: number) => String(ends.get(end) ?? 0).padStart(width);
  console.log(
    name.padEnd(32),
    String(mutants).padStart(7),
    count('killed', 6),
    count('errs', 5),
    count('never ends', 7),
    count('equivalent', 10),
    count('LIVES', 6),
  );
}

function short(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 120);
}
