import { useEffect, useState } from 'react';
import type { SeenEntryFragment } from '../../generated/graph.ts';
import { verifyProof, type Verdict } from './verify-proof.ts';

/** The results of the proofs of these entries, worked out in this browser; empty until they are. */
export function useVerdicts(edges: readonly SeenEntryFragment[]): ReadonlyMap<string, Verdict> {
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, Verdict>>(new Map());
  const key = edges.map(({ cursor }) => cursor).join();
  useEffect(() => {
    let current = true;
    const prove = edges.map(async ({ cursor, node }) => [cursor, await verifyProof(node.proof, node)] as const);
    void Promise.all(prove).then((found) => {
      if (current) setVerdicts(new Map(found));
    });
    return () => {
      current = false;
    };
    // The same entries are proved once.
  }, [key]);
  return verdicts;
}
