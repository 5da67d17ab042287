import type { Asked } from './network.ts';

/** The first line in which two runs differ in anything that may be seen from outside; undefined where they do not. */
export function compareWorlds(here: Asked, there: Asked): string | undefined {
  const [one, other] = [seen(here), seen(there)];
  const at = one.findIndex((line, index) => line !== other[index]);
  if (at < 0 && one.length === other.length) return undefined;
  const from = Math.max(0, at < 0 ? one.length : at) - 8;
  const part = (lines: readonly string[]): string => lines.slice(Math.max(0, from), from + 14).join('\n');
  return `${part(one)}\n--- in the other world\n${part(other)}`;
}

/** Under whom the ledger enters a search, whatever it found. */
const nobody = 'a'.repeat(26);

/**
 * Answer, extensions and status; requests to agencies; what the ledger is given, but for whom a search did not show; how often the register is read. Which
 * fetch of a round is sent first is not fixed.
 */
function seen({ executed, requests, releases, reads }: Asked): readonly string[] {
  const sent = requests.map((request) => JSON.stringify(request)).sort();
  const ledgered = releases.map(({ disclosures, withholdings, now }) => {
    const isSearch = withholdings.some(({ child }) => child === nobody);
    return { disclosures, withholdings: isSearch ? [] : withholdings, now };
  });
  return JSON.stringify({ executed, sent, ledgered, reads: reads.length }, null, 1).split('\n');
}
