import { CombinedGraphQLErrors } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useCallback, useMemo, useState } from 'react';
import { AskFor } from './ask-for.tsx';
import { ChildPieces } from './child-pieces.tsx';
import { Emergency } from './emergency.tsx';
import { ChildPageDocument } from './graph.generated.ts';
import type { OnWithheld, Withheld } from './graph.ts';

/** A child over four agencies: what is shown, what is withheld and how to ask, what is not there, what could not be reached. */
export function ChildPage({ id, purpose }: { readonly id: string; readonly purpose: string }) {
  const [withheld, setWithheld] = useState<readonly Withheld[]>([]);
  const [openUntil, setOpenUntil] = useState<string>();
  const onWithheld = useCallback<OnWithheld>((found) => setWithheld(found), []);
  const context = useMemo(() => ({ onWithheld }), [onWithheld]);
  // What may be shown can change at any moment: the page asks again whenever it opens.
  const { data, loading, error, refetch } = useQuery(ChildPageDocument, {
    variables: { id },
    errorPolicy: 'all',
    fetchPolicy: 'network-only',
    context,
  });
  // What is written below stays while it is asked again.
  if (loading && data === undefined) return <p role="status">Asking …</p>;
  const failures = CombinedGraphQLErrors.is(error) ? error.errors.map(({ path }) => (path ?? []).join('.')) : [];
  const opened = (until: string): void => {
    setOpenUntil(until);
    void refetch();
  };
  return (
    <>
      <h1>
        <bdi>{data?.child?.name ?? 'A child'}</bdi>
      </h1>
      {error !== undefined && failures.length === 0 && (
        <p role="alert" className="failed">
          The network could not answer. If a child may be in danger now, call the agency.
        </p>
      )}
      <ChildPieces child={data?.child} withheld={withheld} failures={failures} />
      {openUntil !== undefined && (
        <p role="status">
          Emergency access is open until {new Date(openUntil).toLocaleString()}. It will be reviewed. Once the danger is
          over, end it under “My emergency accesses”.
        </p>
      )}
      <AskFor child={id} purpose={purpose} withheld={withheld} />
      <Emergency
        child={id}
        purpose={purpose}
        possible={withheld.some(({ routes }) => routes.includes('EMERGENCY'))}
        onOpen={opened}
      />
    </>
  );
}
