import { useState } from 'react';
import { Answered } from '../../shared/answered.tsx';
import { dayOf, momentOf } from '../../shared/days.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { sentenceCase } from '../../shared/words.ts';
import { ConfirmationsDocument, type ConfirmationsQuery, type WaitingActFragment } from '../../generated/graph.ts';
import { ChildIs } from '../child-is.tsx';
import { useChosen } from '../chosen.tsx';
import { useWhoIs } from '../who-is.ts';
import { titleOf } from './acts.ts';
import { ConfirmForm } from './confirm-form.tsx';
import { DeclineForm } from './decline-form.tsx';
import { RecordToConfirm } from './record-to-confirm.tsx';
import { OwnWords } from '../../shared/own-words.tsx';

/** The screen of what another person asked for and this officer may confirm: exactly what, by whom, why, and what it does. */
export function ConfirmScreen() {
  const { answer, again } = useAnswer(ConfirmationsDocument, {});
  return (
    <>
      <h1>Confirm as the second person</h1>
      <p>
        What opens something, or cannot be taken back, takes two people. Nobody confirms what they asked for themselves.
      </p>
      <Answered answer={answer}>{(data) => <Confirm data={data} again={again} />}</Answered>
    </>
  );
}

function Confirm({ data, again }: { readonly data: ConfirmationsQuery; readonly again: () => void }) {
  const { confirmation, choose, haveDone } = useChosen();
  const [done, setDone] = useState<string>();
  const chosen = data.confirmations.find(({ record }) => record === confirmation);
  if (chosen !== undefined) {
    return (
      <ToConfirm
        key={chosen.record}
        act={chosen}
        protocols={data.approvals}
        onDone={(what) => {
          const sentence = `${what}: ${titleOf(chosen).replace(/^Confirm /, '')}.`;
          setDone(sentence);
          haveDone(sentence);
          choose({ confirmation: undefined });
          again();
        }}
      />
    );
  }
  return (
    <>
      {done !== undefined && (
        <p className="note done" role="status">
          {done}
        </p>
      )}
      {data.confirmations.length === 0 ? (
        <p className="empty">Nothing waits for you as a second person.</p>
      ) : (
        <ol className="tasks">
          {data.confirmations.map((each) => (
            <WaitingRow key={each.record} act={each} />
          ))}
        </ol>
      )}
    </>
  );
}

function WaitingRow({ act }: { readonly act: WaitingActFragment }) {
  const { choose } = useChosen();
  const whoIs = useWhoIs();
  return (
    <li>
      <div className="task-what">
        <button
          type="button"
          className="link"
          onClick={() => {
            choose({ confirmation: act.record, child: act.child?.id });
          }}
        >
          {titleOf(act)}
        </button>
        {act.child !== null && (
          <div>
            <ChildIs id={act.child.id} brief />
          </div>
        )}
        <div className="quiet">
          <OwnWords>{act.reason}</OwnWords>
        </div>
      </div>
      <div className="task-who">{sentenceCase(whoIs({ user: act.by, agency: act.byAgency ?? 'network' }))}</div>
      <div className="task-when">Waits since {dayOf(act.askedAt)}</div>
    </li>
  );
}

interface ToConfirmProps {
  readonly act: WaitingActFragment;
  readonly protocols: ConfirmationsQuery['approvals'];
  readonly onDone: (what: 'Confirmed' | 'Declined') => void;
}

function ToConfirm({ act, protocols, onDone }: ToConfirmProps) {
  const { choose } = useChosen();
  return (
    <>
      <h2>{titleOf(act)}</h2>
      <WhoAsked act={act} />
      <RecordToConfirm act={act} protocols={protocols} />
      <ConfirmForm act={act} onDone={() => onDone('Confirmed')} />
      <DeclineForm record={act.record} onDone={() => onDone('Declined')} />
      <button type="button" className="link" onClick={() => choose({ confirmation: undefined })}>
        Back to all that waits
      </button>
    </>
  );
}

function WhoAsked({ act }: { readonly act: WaitingActFragment }) {
  const whoIs = useWhoIs();
  return (
    <dl className="facts">
      <dt>Who asked</dt>
      <dd>{sentenceCase(whoIs({ user: act.by, agency: act.byAgency ?? 'network' }))}</dd>
      <dt>When</dt>
      <dd>{momentOf(act.askedAt)}</dd>
      <dt>Why, in their words</dt>
      <dd>
        <OwnWords>{act.reason ?? 'No reason is on the record.'}</OwnWords>
      </dd>
      {act.child !== null && (
        <>
          <dt>About child</dt>
          <dd>
            <ChildIs id={act.child.id} />
          </dd>
        </>
      )}
    </dl>
  );
}
