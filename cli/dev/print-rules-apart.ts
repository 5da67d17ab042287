import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Network } from '@trellis/network';
import { network as trellis } from '@trellis/vocabulary';
import { parse } from 'yaml';

type Difference = Readonly<Record<'added' | 'removed' | 'changed', readonly string[]>>;

/**
 * Prints where the rules of the network's folder and the set that was published last differ, and which command drafts what an agency proposes: data that
 * was filled before keeps its set, and whoever edited a file meanwhile would wait for it. Nothing is taken: an officer may have changed the set since.
 */
export async function printRulesApart({ data }: Network): Promise<void> {
  const { firstRules } = await import('@trellis/network');
  try {
    const rules = firstRules({ ...trellis, vocabulary: data.network.current.vocabulary });
    const live = await data.register.ruleSet();
    if (live?.yaml === rules.yaml) return;
    const { head, problems, difference } = await data.register.checkRules(rules.yaml);
    const differing = Object.values(difference as Difference).flat();
    if (problems.length > 0 || differing.length === 0) return;
    console.log(`\nThe rules of the folder and set ${String(head)}, the last published, differ; nothing was taken.`);
    const words = { added: 'only in the folder', removed: `only in set ${String(head)}`, changed: 'said otherwise' };
    for (const word of ['added', 'removed', 'changed'] as const)
      if (difference[word].length > 0) console.log(`  ${words[word]}: ${difference[word].join(', ')}`);
    const files = filesOf([...difference.added, ...difference.changed], rules);
    const proposing = trellis.agencies.map(({ name }) => name).filter((name) => files.has(name));
    for (const name of proposing) console.log(`  npx trellis rules draft --agency ${name}`);
    if (proposing.length > 0) console.log('  drafts it; `rules approve` and `rules publish` make the draft live.');
    if (files.has(''))
      console.log(`  ${relative(process.cwd(), trellis.rules)}: npx trellis rules draft FILE --base ${String(head)}`);
  } catch (error) {
    // What cannot be read is told by itself.
    if (!(error instanceof Error) || error.name !== 'NetworkFolderError') throw error;
  }
}

/** The agencies in whose files the parts of these names stand; '' for the network's pack. */
function filesOf(
  names: readonly string[],
  { yaml, placeOf }: { readonly yaml: string; placeOf(path: string): { readonly file: string } },
): ReadonlySet<string> {
  const { rules } = parse(yaml) as { readonly rules: readonly { readonly id: string }[] };
  return new Set(
    names.flatMap((name) => {
      const at = rules.findIndex(({ id }) => id === name);
      const reaching = at < 0 && name === 'authorities' ? agenciesWithReach() : [];
      return reaching.length > 0 ? reaching : [agencyOf(placeOf(at < 0 ? name : `rules.${String(at)}`).file)];
    }),
  );
}

function agenciesWithReach(): readonly string[] {
  return trellis.agencies
    .filter(({ folder }) => {
      const file = join(folder, 'rules.yaml');
      return existsSync(file) && /^reach:/m.test(readFileSync(file, 'utf8'));
    })
    .map(({ name }) => name);
}

function agencyOf(file: string): string {
  return trellis.agencies.find(({ folder }) => file === join(folder, 'rules.yaml'))?.name ?? '';
}
