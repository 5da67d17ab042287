import { Answered } from '../../shared/answered.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import {
  WhatIfConsentsDocument,
  WhoMayDecideDocument,
  type ExplainQueryVariables,
  type WhoMayDecideQuery,
} from '../../generated/graph.ts';
import { holderIs } from '../holder-is.ts';

interface Props {
  readonly asked: ExplainQueryVariables;
  readonly category: string;
}

type Holder = NonNullable<NonNullable<WhoMayDecideQuery['child']>['authorities']>[number];

/** For each person who decides for the child, whether their yes would open one kind of data to this requester, by itself or with that of whoever decides together with them. Nothing is recorded. */
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
              <OneYes key={holder.id} holder={holder} all={holders} asked={asked} category={category} />
            ))}
          </ul>
        );
      }}
    </Answered>
  );
}

interface OneYesProps extends Props {
  readonly holder: Holder;
  readonly all: readonly Holder[];
}

function OneYes({ holder, all, asked, category }: OneYesProps) {
  const partners = all.filter(({ id, jointWith }) => holder.jointWith.includes(id) || jointWith.includes(holder.id));
  const alone = useEffectOf([holder], asked, category);
  const together = useEffectOf(
    alone === 'nothing' && partners.length > 0 ? [holder, ...partners] : [],
    asked,
    category,
  );
  return (
    <li>
      A yes of the <b>{holderIs(holder)}</b> {partners.length > 0 && 'by itself '}
      {alone === undefined ? '…' : effects[alone]}
      {together !== undefined &&
        `. Together with a yes of ${partners.map((each) => `the ${holderIs(each)}`).join(' and ')} it ${effects[together]}`}
      .
    </li>
  );
}

type Effect = 'full' | 'summary' | 'nothing' | 'unknown';

const effects: Readonly<Record<Effect, string>> = {
  full: 'would open it',
  summary: 'would open it in summary',
  nothing: 'would open nothing',
  unknown: 'could not be looked up',
};

/** The effect of a yes of all of these together; undefined while it is looked up, and where nobody is named. */
function useEffectOf(holders: readonly Holder[], asked: Props['asked'], category: string): Effect | undefined {
  const { child, requester, purpose } = asked;
  const { agency, role, user } = requester;
  const recipient = { agency, role, ...(user !== undefined && user !== null && user !== '' && { user }) };
  const consents = holders.map(({ id }) => ({
    child,
    by: id,
    decision: 'PERMIT' as const,
    recipients: [recipient],
    purposes: [purpose],
    categories: [category],
  }));
  const { answer } = useAnswer(
    WhatIfConsentsDocument,
    holders.length === 0 ? null : { child, requester, purpose, categories: [category], consents },
  );
  if (answer === undefined) return undefined;
  if (answer.data === undefined) return 'unknown';
  const { opened, openedInSummary } = answer.data.whatIf;
  return opened.includes(category) ? 'full' : openedInSummary.includes(category) ? 'summary' : 'nothing';
}
