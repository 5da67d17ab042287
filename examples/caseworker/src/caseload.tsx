import { useQuery } from '@apollo/client/react';
import { CaseloadDocument } from './graph.generated.ts';

/** The children assigned to whoever is signed in. A name may be withheld under this purpose: the number is the worker's own. */
export function Caseload({ onChild }: { readonly onChild: (id: string) => void }) {
  // `all`: one agency's failure, or one field's, leaves the rest of the answer.
  const { data, loading, error } = useQuery(CaseloadDocument, { errorPolicy: 'all' });
  if (loading) return <p role="status">Looking …</p>;
  return (
    <>
      <h1>My caseload</h1>
      {error !== undefined && <p className="failed">Part of this could not be reached just now.</p>}
      {data?.caseload.length === 0 && <p className="quiet">No child is assigned to you.</p>}
      <ul>
        {data?.caseload.map(({ id, name, ownNumber }) => (
          <li key={id}>
            <button type="button" onClick={() => onChild(id)}>
              <bdi>{name ?? ownNumber ?? 'Name withheld under this purpose'}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
