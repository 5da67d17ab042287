import type { Verdict } from './verify-proof.ts';

interface Props {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly count: number;
}

/** The result of the proofs of all entries of a table. Green only where something is proved. */
export function Proofs({ verdicts, count }: Props) {
  if (verdicts.size < count) return <p role="status">Working out the proofs …</p>;
  const of = (verdict: Verdict): number => [...verdicts.values()].filter((each) => each === verdict).length;
  const [holds, fails, none] = [of('HOLDS'), of('FAILS'), of('NONE')];
  if (none === count)
    return (
      <p role="status" className="note">
        No entry is proved yet: each of these {count} is too new to be signed, or shown in part.
      </p>
    );
  return (
    <p role="status" className={`note ${fails > 0 ? 'warn' : 'done'}`}>
      {fails > 0
        ? `${String(fails)} of ${String(count)} entries are not what the network signed. Tell whoever runs the network.`
        : `Worked out in this browser: ${String(holds)} of ${String(count)} entries are on the ledger as it was signed.`}{' '}
      {none > 0 && `${String(none)} are too new to be signed, or shown in part.`}
    </p>
  );
}
