import { CombinedGraphQLErrors } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useCallback, useMemo, useState } from 'react';
import { AskFor } from './ask-for.tsx';
import { Emergency } from './emergency.tsx';
import { ChildPageDocument } from './graph.generated.ts';
import type { OnWithheld, Withheld } from './graph.ts';
import { Piece } from './piece.tsx';
import { plain } from './say.ts';

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
  if (loading) return <p role="status">Asking …</p>;
  const child = data?.child;
  const failures = CombinedGraphQLErrors.is(error) ? error.errors.map(({ path }) => (path ?? []).join('.')) : [];
  const state = (coordinate: string, path: string) => ({
    withheld: withheld.find((each) => each.coordinate === coordinate),
    // Withheld with the file it lies in: nothing is said of what is below.
    file: withheld.find((each) => each.coordinate !== coordinate && each.path.join('.') === `child.${path}`),
    failed: failures.some((each) => each !== '' && `child.${path}`.startsWith(each)),
  });
  const file = child?.protection;
  const health = child?.mentalHealth;
  return (
    <>
      <h1>{child?.name ?? 'A child'}</h1>
      {error !== undefined && failures.length === 0 && (
        <p role="alert" className="failed">
          The network could not answer. If a child may be in danger now, call the agency.
        </p>
      )}
      <dl>
        <Piece title="Born in" value={child?.birthYear?.toString()} {...state('Child.birthYear', 'birthYear')} />
        <Piece title="Protection file" value={plain(file?.status)} {...state('ProtectionFile.status', 'protection')} />
        <Piece title="Risk" value={plain(file?.riskLevel)} {...state('ProtectionFile.riskLevel', 'protection')} />
        <Piece
          title="Diagnosis"
          value={health?.conditions?.map(({ display }) => display).join(', ')}
          {...state('MentalHealthRecord.conditions', 'mentalHealth')}
        />
        <Piece
          title="Safety plan"
          value={health?.safetyPlan?.copingSteps?.join(', ')}
          {...state('MentalHealthRecord.safetyPlan', 'mentalHealth')}
        />
        <Piece title="School grade" value={child?.education?.grade} {...state('EducationRecord.grade', 'education')} />
        <Piece
          title="Police incidents"
          value={child?.incidents?.map(({ violation }) => plain(violation)).join(', ')}
          {...state('Child.incidents', 'incidents')}
        />
      </dl>
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
        onOpen={(until) => {
          setOpenUntil(until);
          void refetch();
        }}
      />
    </>
  );
}
