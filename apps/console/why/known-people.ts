import { KnownPeopleDocument } from '../../generated/graph.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { useSignedIn } from '../../shared/signed-in.ts';

/** The people whom the register knows around a child, by agency, or `family`; undefined where this officer may not know all of them. */
export type KnownPeople = (agency: string) => readonly string[] | undefined;

/** Asks for them once. A name is one of a token, not one that people call each other by, and nobody knows those by heart. */
export function useKnownPeople(child: string): KnownPeople {
  const { session } = useSignedIn();
  const { answer } = useAnswer(KnownPeopleDocument, { child });
  const { involvements, authorities } = answer?.data?.child ?? {};
  return (agency) => {
    if (agency === 'family') return authorities?.map(({ holder }) => holder);
    if (involvements == null || (session.agency !== 'network' && session.agency !== agency)) return undefined;
    const open = involvements.filter((each) => each.agency === agency && each.to === null);
    return [...new Set(open.flatMap(({ assigned }) => assigned))];
  };
}
