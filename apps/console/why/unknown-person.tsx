import { useWords } from '../../shared/words.ts';
import type { ExplainQueryVariables } from '../../generated/graph.ts';
import type { KnownPeople } from './known-people.ts';
import { isolated } from '../../shared/isolated.ts';

interface Props {
  readonly asked: ExplainQueryVariables;
  readonly known: KnownPeople;
}

/** Says that the answer is about somebody who has nothing to do with the child, where the name that was written is nobody's around it. */
export function UnknownPerson({ asked: { requester, at }, known }: Props) {
  const { agency: titleOf } = useWords();
  const { agency, user } = requester;
  const people = known(agency);
  // Whom the register knew on another day is not asked.
  if (user == null || at != null || people === undefined || people.includes(user)) return null;
  return (
    <p className="note warn" role="status">
      {agency === 'family'
        ? `Nobody called “${isolated(user)}” decides for this child.`
        : `Nobody called “${isolated(user)}” is assigned to this child at ${titleOf(agency)}.`}{' '}
      This is what somebody without any work with the child is told.
      {people.length > 0 &&
        ` Known here, by the names they sign in by: ${people.map((each) => `“${each}”`).join(', ')}.`}
    </p>
  );
}
