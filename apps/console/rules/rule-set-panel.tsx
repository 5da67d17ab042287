import { useState } from 'react';
import { ask, type Fault } from '../../shared/ask.ts';
import { momentOf } from '../../shared/days.ts';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useSignedIn } from '../../shared/session.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { useWords, words } from '../../shared/words.ts';
import {
  ApproveRulesDocument,
  PublishRulesDocument,
  RevertRulesDocument,
  RuleSetImpactDocument,
  type RuleSetImpactQuery,
} from '../../generated/graph.ts';

type Impact = NonNullable<NonNullable<RuleSetImpactQuery['ruleSet']>['impact']>;

interface Props {
  readonly number: number;
  readonly live: number | undefined;
  readonly onChange: () => void;
}

/** One set: what it would have answered otherwise, newly shown first; and the next step for whoever may take it. */
export function RuleSetPanel({ number, live, onChange }: Props) {
  const { client } = useSignedIn();
  const { answer, again } = useAnswer(RuleSetImpactDocument, { number });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  if (answer === undefined) return <p role="status">Trying the set on past questions …</p>;
  const set = answer.data?.ruleSet;
  if (set === null || set === undefined) {
    return (
      <>
        <FaultNote faults={answer.faults} />
        <p role="status">There is no set {number}.</p>
      </>
    );
  }
  const act = async (step: Promise<{ readonly faults: readonly Fault[] }>): Promise<void> => {
    const done = await step;
    setFaults(done.faults);
    if (done.faults.length > 0) return;
    again();
    onChange();
  };
  return (
    <section className="panel" aria-label={`Set ${String(number)}`}>
      <h2>
        Set {number}{' '}
        <span className="badge">
          {set.liveFrom === null ? words(set.state) : number === live ? 'in force' : 'published'}
        </span>
      </h2>
      <p>
        Written by {set.author} from set {set.base ?? 'none'}.{' '}
        {set.approvedBy !== null && `Approved by ${set.approvedBy}. `}
        {set.liveFrom !== null && `Live from ${momentOf(set.liveFrom) ?? ''}.`}
      </p>
      <FaultNote faults={answer.faults} />
      {set.impact !== null && <ImpactOf impact={set.impact} />}
      <FaultNote faults={faults} />
      <div className="actions">
        {set.state === 'DRAFT' && (
          <button
            type="button"
            className="plain"
            onClick={() => void act(ask(client, ApproveRulesDocument, { number }))}
          >
            I have seen this: approve
          </button>
        )}
        {set.state === 'APPROVED' && (
          <button
            type="button"
            className="plain"
            onClick={() => void act(ask(client, PublishRulesDocument, { number }))}
          >
            Publish now, everywhere
          </button>
        )}
        {set.state === 'PUBLISHED' && number !== live && (
          <button
            type="button"
            className="plain danger"
            onClick={() => void act(ask(client, RevertRulesDocument, { to: number }))}
          >
            Go back to this set
          </button>
        )}
      </div>
    </section>
  );
}

function ImpactOf({ impact }: { readonly impact: Impact }) {
  const { category, agency } = useWords();
  const changes = [...impact.changes].sort(
    (one, other) => Number(other.opens) - Number(one.opens) || other.questions - one.questions,
  );
  return (
    <>
      <p role="status">
        Of {impact.questions} questions of the last month, {impact.changed} would be answered otherwise
        {impact.complete ? '' : ' (there were more than could be tried)'}.
      </p>
      {changes.length > 0 && (
        <ul>
          {changes.map((each) => (
            <li key={[each.agency, each.role, each.purpose, each.category, each.level, each.opens].join()}>
              <span className={`badge ${each.opens ? 'late' : ''}`}>
                {each.opens ? 'newly shown' : 'no longer shown'}
              </span>{' '}
              {category(each.category)} To: {words(each.role)}, {agency(each.agency)}, for {words(each.purpose)};{' '}
              {each.questions} times.
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
