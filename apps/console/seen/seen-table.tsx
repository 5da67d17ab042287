import { momentOf } from '../../shared/days.ts';
import { capital, useWords, words } from '../../shared/words.ts';
import type { SeenEntryFragment } from '../../generated/graph.ts';

interface Props {
  readonly list:
    | {
        readonly edges: readonly SeenEntryFragment[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      }
    | null
    | undefined;
  readonly onOlder: (after: string) => void;
}

const isNight = (at: string): boolean => {
  const hour = new Date(at).getHours();
  return hour < 6 || hour >= 22;
};

/** Entries of the ledger, the latest first, and a file of them for whoever must have one. */
export function SeenTable({ list, onOlder }: Props) {
  const { category } = useWords();
  const edges = list?.edges ?? [];
  if (edges.length === 0) return <p className="quiet">Nobody was shown anything.</p>;
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label="Disclosures">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">For</th>
              <th scope="col">What</th>
              <th scope="col">On the ground of</th>
            </tr>
          </thead>
          <tbody>
            {edges.map(({ cursor, node }) => (
              <tr key={cursor}>
                <td>
                  {momentOf(node.at)} {isNight(node.at) && <span className="badge">at night</span>}
                </td>
                <td>
                  {node.requester.user}
                  <br />
                  <span className="quiet">
                    {words(node.requester.role)}, {words(node.requester.agency)}
                  </span>
                </td>
                <td>{capital(node.purpose)}</td>
                <td>
                  <details>
                    <summary>{node.categories.length + node.summarised.length} kinds of data</summary>
                    <ul>
                      {[...node.categories, ...node.summarised].map((code) => (
                        <li key={code}>{category(code)}</li>
                      ))}
                    </ul>
                  </details>
                </td>
                <td>{[...new Set(node.grounds.map(({ kind }) => words(kind)))].join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="actions">
        {list?.pageInfo.hasNextPage === true && list.pageInfo.endCursor !== null && (
          <button
            type="button"
            className="plain second"
            onClick={() => {
              onOlder(list.pageInfo.endCursor ?? '');
            }}
          >
            Older entries
          </button>
        )}
        <button
          type="button"
          className="plain second"
          onClick={() => {
            save(edges);
          }}
        >
          Save these entries with their proofs
        </button>
      </div>
    </>
  );
}

/** A file for whoever asked; its name says nothing of whom it is about. */
function save(edges: readonly SeenEntryFragment[]): void {
  const text = JSON.stringify(
    edges.map(({ node }) => node),
    null,
    2,
  );
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'disclosures.json';
  link.click();
  URL.revokeObjectURL(url);
}
