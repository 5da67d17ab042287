import { useMutation, useQuery } from '@apollo/client/react';
import {
  CloseEmergencyDocument,
  MyEmergencyAccessesDocument,
  type MyEmergencyAccessesQuery,
} from './graph.generated.ts';
import { say } from './say.ts';

const moment = (text: string): string =>
  new Date(text).toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'short' });

/** The emergency accesses of whoever is signed in: those that are open, to be ended once the danger is over, and what the review said of the others. */
export function MyEmergencies({ onChild }: { readonly onChild: (id: string) => void }) {
  const { data, loading, error, refetch } = useQuery(MyEmergencyAccessesDocument, {
    errorPolicy: 'all',
    fetchPolicy: 'network-only',
  });
  const [close, closing] = useMutation(CloseEmergencyDocument, {
    errorPolicy: 'all',
    onCompleted: () => void refetch(),
  });
  if (loading && data === undefined) return <p role="status">Looking …</p>;
  const all = data?.ownEmergencyAccesses ?? [];
  return (
    <>
      <h1>My emergency accesses</h1>
      {error !== undefined && data == null && <p role="alert">{say(error)}</p>}
      {closing.error !== undefined && <p role="alert">{say(closing.error)}</p>}
      {data != null && all.length === 0 && <p className="quiet">You have opened none.</p>}
      <ul>
        {all.map((access) => (
          <Access
            key={access.id}
            access={access}
            onChild={onChild}
            isClosing={closing.loading}
            onClose={() => void close({ variables: { id: access.id } })}
          />
        ))}
      </ul>
    </>
  );
}

interface AccessProps {
  readonly access: MyEmergencyAccessesQuery['ownEmergencyAccesses'][number];
  readonly onChild: (id: string) => void;
  readonly isClosing: boolean;
  readonly onClose: () => void;
}

function Access({ access, onChild, isClosing, onClose }: AccessProps) {
  const { child, reason, openedAt, until, closedAt, reviewBy, justified, finding } = access;
  const isOpen = closedAt == null && new Date(until) > new Date();
  return (
    <li>
      {child != null && (
        <button type="button" onClick={() => onChild(child.id)}>
          <bdi>{child.name ?? 'A child whose name is withheld under this purpose'}</bdi>
        </button>
      )}
      <p>
        Opened {moment(openedAt)}: “<bdi>{reason}</bdi>”.{' '}
        {isOpen ? `Open until ${moment(until)}.` : `Over since ${moment(closedAt ?? until)}.`}
      </p>
      <p>
        {justified == null
          ? `It will be reviewed by ${moment(reviewBy)}.`
          : `Reviewed: ${justified ? 'justified' : 'not justified'}. `}
        <bdi>{finding}</bdi>
      </p>
      {isOpen && (
        <button type="button" disabled={isClosing} onClick={onClose}>
          End it now
        </button>
      )}
    </li>
  );
}
