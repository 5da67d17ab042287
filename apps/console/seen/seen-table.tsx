import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { SeenEntryFragment } from '../../generated/graph.ts';
import { ListButton } from './list-button.tsx';
import { Proofs } from './proofs.tsx';
import { saveProofs, saveTable } from './save-file.ts';
import { SeenRow } from './seen-row.tsx';
import { useVerdicts } from './use-verdicts.ts';
import type { Verdict } from './verify-proof.ts';
import { worthALook, type Around } from './worth-a-look.ts';

type Node = SeenEntryFragment['node'];

interface Row {
  readonly cursor: string;
  readonly node: Node;
  /** Why it is worth a look; none where it is not. */
  readonly reasons: readonly string[];
}

interface Props {
  readonly list:
    | {
        readonly edges: readonly SeenEntryFragment[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      }
    | null
    | undefined;
  /** The child that all entries are about. */
  readonly child?: string;
  readonly around: Around | undefined;
  /** Shows the entries after this one; without one, the newest. */
  readonly onOlder: (after: string | null) => void;
  readonly isNewest: boolean;
}

/** Entries of the ledger, the latest first: each proved in this browser, those worth a look marked, and files of them for whoever must have one. */
export function SeenTable({ list, child, around, onOlder, isNewest }: Props) {
  const [only, setOnly] = useState(false);
  const [named, setNamed] = useState(false);
  const edges = list?.edges ?? [];
  const nodes = edges.map(({ node }) => node);
  const verdicts = useVerdicts(edges);
  if (edges.length === 0) return <p className="empty">Nobody was shown anything.</p>;
  const rows = edges.map(({ cursor, node }) => ({ cursor, node, reasons: worthALook(node, nodes, around) }));
  const marked = rows.filter(({ reasons }) => reasons.length > 0);
  const next = list?.pageInfo.hasNextPage === true ? list.pageInfo.endCursor : null;
  return (
    <>
      <Proofs verdicts={verdicts} count={edges.length} />
      <Checkbox
        label={`Only what is worth a look (${String(marked.length)} of ${String(edges.length)})`}
        checked={only}
        onChange={(event) => {
          setOnly(event.currentTarget.checked);
        }}
      />
      {child === undefined && <ByName named={named} onChange={setNamed} />}
      <Entries rows={only ? marked : rows} child={child} named={named} verdicts={verdicts} />
      <div className="actions">
        {!isNewest && <ListButton title="Newest entries" onPress={() => onOlder(null)} />}
        {next !== null && <ListButton title="Older entries" onPress={() => onOlder(next)} />}
        <ListButton title="Save these entries as a table" onPress={() => saveTable(nodes)} />
        <ListButton title="Save them with their proofs" onPress={() => saveProofs(nodes)} />
      </div>
    </>
  );
}

function ByName({ named, onChange }: { readonly named: boolean; readonly onChange: (named: boolean) => void }) {
  return (
    <Checkbox
      label="Say which child by name"
      description="Each name that you are shown is put on the ledger too, as your look-up."
      checked={named}
      onChange={(event) => {
        onChange(event.currentTarget.checked);
      }}
    />
  );
}

interface EntriesProps {
  readonly rows: readonly Row[];
  readonly child: string | undefined;
  readonly named: boolean;
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

function Entries({ rows, child, named, verdicts }: EntriesProps) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Disclosures">
      <table className="list seen">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            {child === undefined && <th scope="col">About</th>}
            <th scope="col">For</th>
            <th scope="col">What</th>
            <th scope="col">On the ground of</th>
            <th scope="col">Proof</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cursor, ...row }) => (
            <SeenRow key={cursor} {...row} child={child} named={named} verdict={verdicts.get(cursor)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
