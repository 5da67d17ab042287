import { Answered } from '../../shared/answered.tsx';
import { momentOf } from '../../shared/days.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { ended, words } from '../../shared/words.ts';
import { RuleSetImpactDocument } from '../../generated/graph.ts';
import { useWhoIs } from '../who-is.ts';
import type { OpenedSet } from './opened-set.ts';
import { DifferenceOf } from './difference-of.tsx';
import { ImpactOf } from './impact-of.tsx';
import { NextStep } from './next-step.tsx';
import { useWrittenBy } from './use-written-by.ts';
import { OwnWords } from '../../shared/own-words.tsx';

interface Props {
  readonly number: number;
  readonly live: number;
  readonly onChange: () => void;
}

/** One set: what it says otherwise, what it would have answered otherwise, newly shown first; and the next step for whoever may take it. */
export function RuleSetPanel({ number, live, onChange }: Props) {
  const { answer, again } = useAnswer(RuleSetImpactDocument, { number, from: live });
  return (
    <section className="panel" aria-label={`Set ${String(number)}`}>
      <Answered answer={answer} looking="Trying the set on past questions …">
        {({ ruleSet }) =>
          ruleSet === null ? (
            <p role="status">There is no set {number}.</p>
          ) : (
            <Opened
              set={ruleSet}
              live={live}
              onChange={() => {
                again();
                onChange();
              }}
            />
          )
        }
      </Answered>
    </section>
  );
}

function Opened({ set, live, onChange }: { set: OpenedSet; live: number; onChange: () => void }) {
  const writtenBy = useWrittenBy();
  const isLive = set.number === live;
  const isToCome = set.liveFrom !== null && Date.parse(set.liveFrom) > Date.now();
  const isReturn = set.state === 'DRAFT' && set.reverts !== null;
  const state = isLive ? 'in force' : isToCome ? 'published, not live yet' : words(set.state);
  return (
    <>
      <h2>
        Set {set.number} <span className={`badge ${isLive ? 'yes' : 'no'}`}>{state}</span>
      </h2>
      <p>
        {ended(writtenBy(set))} {set.base !== null && set.base > 0 && `Made from set ${String(set.base)}. `}
        {set.liveFrom !== null && ended(`${isToCome ? 'Goes live' : 'Live from'} ${momentOf(set.liveFrom) ?? ''}`)}
      </p>
      <InTheirWords set={set} />
      {isReturn && (
        <p className="note warn">
          This set goes back to set {set.reverts}: it says word for word what that said. It is published as soon as you
          approve it, everywhere and at once: there is no further step.
        </p>
      )}
      {!isLive && (
        <>
          <h3>What it says otherwise than set {live}</h3>
          <DifferenceOf difference={set.difference} />
          <h3>What it would have answered otherwise last month</h3>
          {set.impact !== null && <ImpactOf impact={set.impact} />}
        </>
      )}
      <NextStep set={set} isLive={isLive} onChange={onChange} />
    </>
  );
}

/** Why the set was written, and why it was declined where it was. */
function InTheirWords({ set: { reason, dropped, author } }: { readonly set: OpenedSet }) {
  const whoIs = useWhoIs();
  if (author === 'seed') return null;
  return (
    <dl className="facts">
      <dt>Why, in their words</dt>
      <dd>
        <OwnWords>{reason ?? 'No reason is on the record.'}</OwnWords>
      </dd>
      {dropped !== null && (
        <>
          <dt>
            {dropped.outcome === 'DECLINED' ? 'Declined' : 'Taken back'} by{' '}
            {whoIs({ agency: 'network', role: 'officer', user: dropped.by })}, {momentOf(dropped.at)}
          </dt>
          <dd>
            <OwnWords>{dropped.reason}</OwnWords>
          </dd>
        </>
      )}
    </dl>
  );
}
