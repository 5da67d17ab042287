import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { network } from '@trellis/vocabulary';
import { Failure } from '../failure.ts';
import { withAgencyRules, type WithAgencyRules } from './with-agency-rules.ts';

/** The published sets of rules, as a gateway tells them. */
export interface PublishedRules {
  live(): Promise<{ readonly number: number; readonly yaml: string }>;
  ofNumber(number: number): Promise<string>;
  /** The number of the last set published, live or still to be. */
  head(yaml: string): Promise<number>;
}

/** What `agencies/NAME/rules.yaml` of the network's folder proposes, in the last set published, and the number of that set. */
export async function proposedByAgency(
  agency: string,
  without: readonly string[],
  published: PublishedRules,
): Promise<WithAgencyRules & { readonly base: number }> {
  const folder = network.agencies.find(({ name }) => name === agency)?.folder;
  const path = join(folder ?? '', 'rules.yaml');
  if (folder === undefined || !existsSync(path))
    throw new Failure(`\`${agency}\` proposes no rules in ${network.folder}`, {
      fix: `Write agencies/${agency}/rules.yaml; \`npx trellis new\` shows one. Another network's folder is named with --network.`,
      exitCode: 2,
    });
  const proposal = { agency, file: relative(process.cwd(), path), text: readFileSync(path, 'utf8'), without };
  const { number, yaml } = await published.live();
  const proposed = withAgencyRules(yaml, proposal);
  const base = await published.head(proposed.yaml);
  // A set that is published for later is what the next one follows.
  return base === number
    ? { ...proposed, base }
    : { ...withAgencyRules(await published.ofNumber(base), proposal), base };
}
