import { FaultNote } from '../../shared/fault-note.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { capital, useWords, words } from '../../shared/words.ts';
import { RequestDocument, type RequestQuery } from '../../generated/graph.ts';
import { useChosen } from '../chosen.tsx';
import { DecisionForm } from './decision-form.tsx';
import { WouldOpen } from './would-open.tsx';

export type DisclosureRequest = RequestQuery['approvals'][number];

/** One request for a disclosure: who, why, exactly what would open, and the decision. */
export function DecideScreen() {
  const { request, choose } = useChosen();
  const { answer, again } = useAnswer(RequestDocument, {});
  if (answer === undefined) return <p role="status">Looking …</p>;
  const requests = (answer.data?.approvals ?? []).filter(({ child }) => child !== null);
  const chosen = requests.find(({ id }) => id === request);
  const pending = requests.filter(({ state }) => state === 'PENDING');
  return (
    <>
      <h1>Decide a request</h1>
      <FaultNote faults={answer.faults} />
      {chosen === undefined ? (
        <>
          {pending.length === 0 && <p className="quiet">No request waits for your agency.</p>}
          <ul>
            {pending.map((each) => (
              <li key={each.id}>
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    choose({ request: each.id, child: each.child?.id });
                  }}
                >
                  {whoIs(each)} asks for {each.categories.map(words).join(', ')}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Decide key={chosen.id} request={chosen} again={again} />
      )}
    </>
  );
}

function whoIs({ recipient: { user, role, agency } }: DisclosureRequest): string {
  return [
    user,
    [role, agency]
      .filter(Boolean)
      .map((each) => words(String(each)))
      .join(' of '),
  ]
    .filter(Boolean)
    .join(', ');
}

function Decide({ request, again }: { readonly request: DisclosureRequest; readonly again: () => void }) {
  const { category, agency } = useWords();
  const { choose } = useChosen();
  return (
    <>
      <dl className="facts">
        <dt>Who asks</dt>
        <dd>
          {whoIs(request)} ({agency(request.recipient.agency)})
        </dd>
        <dt>About child</dt>
        <dd className="id">{request.child?.id}</dd>
        <dt>For</dt>
        <dd>{request.purposes.map(capital).join(', ')}</dd>
        <dt>What they ask for</dt>
        <dd>
          <ul>
            {request.categories.map((code) => (
              <li key={code}>{category(code)}</li>
            ))}
          </ul>
        </dd>
        <dt>Why, in their words</dt>
        <dd>{request.rationale ?? 'Not shown to you.'}</dd>
      </dl>
      <WouldOpen request={request} />
      {request.state === 'PENDING' ? (
        <DecisionForm request={request} onDone={again} />
      ) : (
        <p className="note done" role="status">
          {request.state === 'APPROVED'
            ? 'Approved.'
            : request.state === 'DECLINED'
              ? 'Declined.'
              : capital(request.state)}{' '}
          The person who asked is told.
        </p>
      )}
      <button
        type="button"
        className="link"
        onClick={() => {
          choose({ request: undefined });
        }}
      >
        Back to all requests
      </button>
    </>
  );
}
