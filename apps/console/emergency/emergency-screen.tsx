import { dayOf, momentOf } from '../../shared/days.ts';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { useWords } from '../../shared/words.ts';
import { EmergenciesDocument, type EmergenciesQuery } from '../../generated/graph.ts';
import { useChosen } from '../chosen.tsx';
import { ReadThen } from './read-then.tsx';
import { ReviewForm } from './review-form.tsx';

export type Emergency = EmergenciesQuery['emergencyAccesses'][number];

/** One emergency access: the reason given beside exactly what was read, and the finding. */
export function EmergencyScreen() {
  const { emergency, choose } = useChosen();
  const { agency } = useWords();
  const { answer, again } = useAnswer(EmergenciesDocument, {});
  if (answer === undefined) return <p role="status">Looking …</p>;
  const all = answer.data?.emergencyAccesses ?? [];
  const chosen = all.find(({ id }) => id === emergency);
  const waiting = all.filter(({ justified }) => justified === null);
  return (
    <>
      <h1>Review an emergency access</h1>
      <FaultNote faults={answer.faults} />
      {chosen === undefined && waiting.length === 0 && <p className="quiet">No emergency access waits for a review.</p>}
      {chosen === undefined && (
        <ul>
          {waiting.map(({ id, user, openedAt, child }) => (
            <li key={id}>
              <button
                type="button"
                className="link"
                onClick={() => {
                  choose({ emergency: id, child: child?.id });
                }}
              >
                {user}, opened {momentOf(openedAt)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen !== undefined && (
        <div key={chosen.id}>
          <div className="two">
            <section className="panel" aria-label="What was said">
              <h2>The reason given</h2>
              <p>{chosen.reason ?? 'No reason is on the record.'}</p>
              <dl className="facts">
                <dt>Who</dt>
                <dd>
                  {chosen.user}, {agency(chosen.agency)}
                </dd>
                <dt>Child</dt>
                <dd className="id">{chosen.child?.id}</dd>
                <dt>Opened</dt>
                <dd>{momentOf(chosen.openedAt)}</dd>
                <dt>Ended</dt>
                <dd>{momentOf(chosen.closedAt ?? chosen.until)}</dd>
                <dt>Review by</dt>
                <dd>
                  {dayOf(chosen.reviewBy)} {chosen.overdue && <span className="badge late">overdue</span>}
                </dd>
              </dl>
            </section>
            <ReadThen emergency={chosen} />
          </div>
          {chosen.justified === null ? (
            <ReviewForm emergency={chosen} onDone={again} />
          ) : (
            <p className="note done" role="status">
              Reviewed: {chosen.justified ? 'justified' : 'not justified'}. {chosen.finding}
            </p>
          )}
          <button
            type="button"
            className="link"
            onClick={() => {
              choose({ emergency: undefined });
            }}
          >
            Back to all emergency accesses
          </button>
        </div>
      )}
    </>
  );
}
