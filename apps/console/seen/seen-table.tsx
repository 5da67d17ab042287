import { Checkbox } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { momentOf } from '../../shared/days.ts';
import { capital, useWords, words } from '../../shared/words.ts';
import type { SeenEntryFragment } from '../../generated/graph.ts';
import { ChildIs } from '../child-is.tsx';
import { useChosen } from '../chosen.tsx';
import { saveProofs, saveTable } from './save-file.ts';
import { verifyProof, type Verdict } from './verify-proof.ts';
import { worthALook, type Around } from './worth-a-look.ts';

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
      {child === undefined && (
        <Checkbox
          label="Say which child by name"
          description="Each name that you are shown is put on the ledger too, as your look-up."
          checked={named}
          onChange={(event) => {
            setNamed(event.currentTarget.checked);
          }}
        />
      )}
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
            {(only ? marked : rows).map(({ cursor, node, reasons }) => (
              <SeenRow
                key={cursor}
                node={node}
                child={child}
                named={named}
                reasons={reasons}
                verdict={verdicts.get(cursor)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="actions">
        {!isNewest && (
          <button
            type="button"
            className="plain second"
            onClick={() => {
              onOlder(null);
            }}
          >
            Newest entries
          </button>
        )}
        {next !== null && (
          <button
            type="button"
            className="plain second"
            onClick={() => {
              onOlder(next);
            }}
          >
            Older entries
          </button>
        )}
        <button
          type="button"
          className="plain second"
          onClick={() => {
            saveTable(nodes);
          }}
        >
          Save these entries as a table
        </button>
        <button
          type="button"
          className="plain second"
          onClick={() => {
            saveProofs(nodes);
          }}
        >
          Save them with their proofs
        </button>
      </div>
    </>
  );
}

function useVerdicts(edges: readonly SeenEntryFragment[]): ReadonlyMap<string, Verdict> {
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

function Proofs({ verdicts, count }: { readonly verdicts: ReadonlyMap<string, Verdict>; readonly count: number }) {
  const of = (verdict: Verdict): number => [...verdicts.values()].filter((each) => each === verdict).length;
  if (verdicts.size < count) return <p role="status">Working out the proofs …</p>;
  return (
    <p role="status" className={`note ${of('FAILS') > 0 ? 'warn' : 'done'}`}>
      {of('FAILS') > 0
        ? `${String(of('FAILS'))} of ${String(count)} entries are not what the network signed. Tell whoever runs the network.`
        : `Worked out in this browser: ${String(of('HOLDS'))} of ${String(count)} entries are on the ledger as it was signed.`}{' '}
      {of('NONE') > 0 && `${String(of('NONE'))} are too new to be signed, or shown in part.`}
    </p>
  );
}

const verdictText: Readonly<Record<Verdict, string>> = { HOLDS: 'holds', FAILS: 'does not hold', NONE: 'none yet' };
const verdictClass: Readonly<Record<Verdict, string>> = { HOLDS: 'yes', FAILS: 'late', NONE: '' };

interface RowProps {
  readonly node: SeenEntryFragment['node'];
  /** The child that all entries are about; undefined where each says it. */
  readonly child: string | undefined;
  readonly named: boolean;
  readonly reasons: readonly string[];
  readonly verdict: Verdict | undefined;
}

function SeenRow({ node, child: about, named, reasons, verdict }: RowProps) {
  const { category, agency } = useWords();
  const { choose } = useChosen();
  const router = useRouter();
  const { requester, purpose, at } = node;
  const child = about ?? node.child?.id;
  return (
    <tr>
      <td>
        {momentOf(at)}
        {reasons.map((reason) => (
          <div key={reason}>
            <span className="badge no">{reason}</span>
          </div>
        ))}
      </td>
      <td>
        {requester.user}
        <br />
        <span className="quiet">
          {words(requester.role)}, {agency(requester.agency)}
        </span>
      </td>
      {about === undefined && <td>{child === undefined ? 'not shown to you' : <About id={child} named={named} />}</td>}
      <td>{capital(purpose)}</td>
      <td>
        <details>
          <summary>{kindsIn(node)}</summary>
          <ul>
            {[...node.categories, ...node.summarised].map((code) => (
              <li key={code}>{category(code)}</li>
            ))}
          </ul>
        </details>
      </td>
      <td>
        {[...new Set(node.grounds.map(({ kind }) => words(kind)))].join(', ')}
        {child !== undefined && (
          <div>
            <button
              type="button"
              className="link"
              onClick={() => {
                const { agency: from, role, user } = requester;
                choose({ child, question: { agency: from, role, user, purpose, at } });
                void router.navigate({ to: '/why' });
              }}
            >
              Why?
            </button>
          </div>
        )}
      </td>
      <td>
        {verdict !== undefined && <span className={`badge ${verdictClass[verdict]}`}>{verdictText[verdict]}</span>}
      </td>
    </tr>
  );
}

function About({ id, named }: { readonly id: string; readonly named: boolean }) {
  return named ? <ChildIs id={id} brief /> : <span className="id">{id}</span>;
}

function kindsIn({ categories, summarised }: SeenEntryFragment['node']): string {
  const count = categories.length + summarised.length;
  return count === 1 ? 'One kind of data' : `${String(count)} kinds of data`;
}
