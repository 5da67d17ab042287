import { useEffect, useState } from 'react';
import { ask } from '../../shared/ask.ts';
import { Answered } from '../../shared/answered.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { words } from '../../shared/words.ts';
import {
  WhatIfConsentDocument,
  WhoMayDecideDocument,
  type ExplainQueryVariables,
  type WhoMayDecideQuery,
} from '../../generated/graph.ts';

interface Props {
  readonly asked: ExplainQueryVariables;
  readonly category: string;
}

type Holder = NonNullable<NonNullable<WhoMayDecideQuery['child']>['authorities']>[number];

/** For each person who decides for the child, whether their yes by itself would open one kind of data to this requester. Nothing is recorded. */
export function WouldConsentOpen({ asked, category }: Props) {
  const { answer } = useAnswer(WhoMayDecideDocument, { child: asked.child });
  return (
    <Answered answer={answer}>
      {({ child }) => {
        const holders = (child?.authorities ?? []).filter(({ suspended }) => !suspended);
        return holders.length === 0 ? (
          <p className="empty">Nobody whom you may see decides for this child.</p>
        ) : (
          <ul className="what-if">
            {holders.map((holder) => (
              <OneYes key={holder.id} holder={holder} asked={asked} category={category} />
            ))}
          </ul>
        );
      }}
    </Answered>
  );
}

function OneYes({ holder, asked, category }: Props & { readonly holder: Holder }) {
  const { client } = useSignedIn();
  const [effect, setEffect] = useState<string>();
  const { child, requester, purpose } = asked;
  useEffect(() => {
    let current = true;
    const { agency, role, user } = requester;
    const consent = {
      child,
      by: holder.id,
      decision: 'PERMIT' as const,
      recipients: [{ agency, role, ...(user !== undefined && user !== null && user !== '' && { user }) }],
      purposes: [purpose],
      categories: [category],
    };
    void ask(client, WhatIfConsentDocument, { child, requester, purpose, categories: [category], consent }).then(
      ({ data }) => {
        if (current)
          setEffect(
            data === undefined
              ? 'could not be looked up.'
              : effectOf(data.whatIf, category, holder.jointWith.length > 0),
          );
      },
    );
    return () => {
      current = false;
    };
  }, [client, child, requester, purpose, category, holder.id]);
  return (
    <li>
      A yes of <b>{holder.holder}</b> ({words(holder.kind)}) {effect ?? '…'}
    </li>
  );
}

function effectOf(
  { opened, openedInSummary }: { readonly opened: readonly string[]; readonly openedInSummary: readonly string[] },
  category: string,
  isJoint: boolean,
): string {
  if (opened.includes(category)) return 'would open it.';
  if (openedInSummary.includes(category)) return 'would open it in summary.';
  return isJoint
    ? 'by itself would open nothing: they decide together with another, who must say yes too.'
    : 'by itself would open nothing.';
}
