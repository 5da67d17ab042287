import { Answered } from '../../shared/answered.tsx';
import { dayOf, momentOf } from '../../shared/days.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { capital, sentenceCase, words } from '../../shared/words.ts';
import { RequestDocument } from '../../generated/graph.ts';
import type { DisclosureRequest } from './disclosure-request.ts';
import { ChildIs } from '../child-is.tsx';
import { useChosen } from '../chosen.tsx';
import { useWhoIs } from '../who-is.ts';
import { DecisionForm } from './decision-form.tsx';
import { WouldOpen } from './would-open.tsx';
import { OwnWords } from '../../shared/own-words.tsx';

/** One request for a disclosure: who, why, exactly what would open, and the decision. */
export function DecideScreen() {
  const { request } = useChosen();
  const { answer, again } = useAnswer(RequestDocument, {});
  return (
    <>
      <h1>Decide a request</h1>
      <Answered answer={answer}>
        {({ approvals }) => {
          const requests = approvals.filter(({ child }) => child !== null);
          const chosen = requests.find(({ id }) => id === request);
          return chosen === undefined ? (
            <Pending requests={requests.filter(({ state }) => state === 'PENDING')} />
          ) : (
            <Decide key={chosen.id} request={chosen} again={again} />
          );
        }}
      </Answered>
    </>
  );
}

function Pending({ requests }: { readonly requests: readonly DisclosureRequest[] }) {
  const { choose } = useChosen();
  const whoIs = useWhoIs();
  if (requests.length === 0) return <p className="empty">No request waits for your agency.</p>;
  return (
    <ol className="tasks">
      {requests.map((each) => (
        <li key={each.id}>
          <div className="task-what">
            <button
              type="button"
              className="link"
              onClick={() => {
                choose({ request: each.id, child: each.child?.id });
              }}
            >
              {capital(each.categories.map(words).join(', '))}
            </button>
            {each.child !== null && (
              <div>
                <ChildIs id={each.child.id} brief />
              </div>
            )}
            <div className="quiet">For {each.purposes.map(words).join(', ')}</div>
          </div>
          <div className="task-who">{sentenceCase(whoIs(each.recipient))}</div>
          <div className="task-when">Waits since {dayOf(each.requestedAt) ?? 'some time'}</div>
        </li>
      ))}
    </ol>
  );
}

const outcomes: Readonly<Record<string, string>> = {
  APPROVED: 'Approved. The person who asked is told, and is shown what opened from now on.',
  DECLINED: 'Declined. The person who asked is told.',
  LAPSED: 'Lapsed: nothing opens on it any more.',
};

function Decide({ request, again }: { readonly request: DisclosureRequest; readonly again: () => void }) {
  const { choose, haveDone } = useChosen();
  const whoIs = useWhoIs();
  const done = (approved: boolean): void => {
    haveDone(`Decided: the request of ${whoIs(request.recipient)} was ${approved ? 'approved' : 'declined'}.`);
    again();
  };
  return (
    <>
      <WhoAsks request={request} />
      <WouldOpen request={request} />
      {request.state === 'PENDING' ? (
        <DecisionForm request={request} onDone={done} />
      ) : (
        <p className="note done" role="status">
          {outcomes[request.state]}
        </p>
      )}
      <button type="button" className="link" onClick={() => choose({ request: undefined })}>
        Back to all requests
      </button>
    </>
  );
}

function WhoAsks({ request }: { readonly request: DisclosureRequest }) {
  const whoIs = useWhoIs();
  return (
    <dl className="facts">
      <dt>Who asks</dt>
      <dd>{sentenceCase(whoIs(request.recipient))}</dd>
      <dt>About child</dt>
      <dd>{request.child !== null && <ChildIs id={request.child.id} />}</dd>
      <dt>What for</dt>
      <dd>{request.purposes.map(capital).join(', ')}</dd>
      <dt>Why, in their words</dt>
      <dd>
        <OwnWords>{request.rationale ?? 'Not shown to you.'}</OwnWords>
      </dd>
      <dt>Asked</dt>
      <dd>{momentOf(request.requestedAt) ?? 'The day is not on the record.'}</dd>
    </dl>
  );
}
