import { Answered } from '../../shared/answered.tsx';
import { dayOf, momentOf } from '../../shared/days.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { sentenceCase } from '../../shared/words.ts';
import { EmergenciesDocument } from '../../generated/graph.ts';
import type { EmergencyAccess } from './emergency-access.ts';
import { ChildIs } from '../child-is.tsx';
import { useChosen } from '../chosen.tsx';
import { useWhoIs } from '../who-is.ts';
import { ReadThen } from './read-then.tsx';
import { ReviewForm } from './review-form.tsx';
import { OwnWords } from '../../shared/own-words.tsx';

/** One emergency access: the reason given beside exactly what was read, and the finding. */
export function EmergencyScreen() {
  const { answer, again } = useAnswer(EmergenciesDocument, {});
  return (
    <>
      <h1>Review an emergency access</h1>
      <Answered answer={answer}>{({ emergencyAccesses }) => <Review all={emergencyAccesses} again={again} />}</Answered>
    </>
  );
}

function Review({ all, again }: { readonly all: readonly EmergencyAccess[]; readonly again: () => void }) {
  const { emergency, choose, haveDone } = useChosen();
  const whoIs = useWhoIs();
  const chosen = all.find(({ id }) => id === emergency);
  if (chosen === undefined) return <Waiting waiting={all.filter(({ justified }) => justified === null)} />;
  const done = (): void => {
    haveDone(`Reviewed: the emergency access of ${whoIs(chosen)}.`);
    again();
  };
  return (
    <div key={chosen.id}>
      <div className="two">
        <WhatWasSaid emergency={chosen} />
        <ReadThen emergency={chosen} />
      </div>
      {chosen.justified === null ? (
        <ReviewForm emergency={chosen} onDone={done} />
      ) : (
        <p className="note done" role="status">
          Reviewed: {chosen.justified ? 'justified' : 'not justified'}. <OwnWords>{chosen.finding}</OwnWords>
        </p>
      )}
      <button type="button" className="link" onClick={() => choose({ emergency: undefined })}>
        Back to all emergency accesses
      </button>
    </div>
  );
}

function WhatWasSaid({ emergency }: { readonly emergency: EmergencyAccess }) {
  const whoIs = useWhoIs();
  const { reason, user, agency, child, openedAt, closedAt, until, reviewBy, overdue } = emergency;
  return (
    <section className="panel" aria-label="What was said">
      <h2>The reason given</h2>
      <p>
        <OwnWords>{reason ?? 'No reason is on the record.'}</OwnWords>
      </p>
      <dl className="facts">
        <dt>Who</dt>
        <dd>{sentenceCase(whoIs({ user, agency }))}</dd>
        <dt>Child</dt>
        <dd>{child === null ? 'Not shown to you.' : <ChildIs id={child.id} />}</dd>
        <dt>Opened</dt>
        <dd>{momentOf(openedAt)}</dd>
        <dt>{closedAt === null ? 'Ends, or ended' : 'Closed'}</dt>
        <dd>{momentOf(closedAt ?? until)}</dd>
        <dt>Review by</dt>
        <dd>
          {dayOf(reviewBy)} {overdue && <span className="badge late">overdue</span>}
        </dd>
      </dl>
    </section>
  );
}

function Waiting({ waiting }: { readonly waiting: readonly EmergencyAccess[] }) {
  const { choose } = useChosen();
  const whoIs = useWhoIs();
  if (waiting.length === 0) return <p className="empty">No emergency access waits for a review.</p>;
  return (
    <ol className="tasks">
      {waiting.map(({ id, user, agency, openedAt, reviewBy, overdue, child }) => (
        <li key={id}>
          <div className="task-what">
            <button
              type="button"
              className="link"
              onClick={() => {
                choose({ emergency: id, child: child?.id });
              }}
            >
              Opened {momentOf(openedAt)}
            </button>
            {child !== null && (
              <div>
                <ChildIs id={child.id} brief />
              </div>
            )}
          </div>
          <div className="task-who">{sentenceCase(whoIs({ user, agency }))}</div>
          <div className="task-when">Review by {dayOf(reviewBy)}</div>
          <div>{overdue && <span className="badge late">overdue</span>}</div>
        </li>
      ))}
    </ol>
  );
}
