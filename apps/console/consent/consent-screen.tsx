import { useState } from 'react';
import { Answered } from '../../shared/answered.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { WhoMayDecideDocument, type RecordConsentWithFamilyMutation } from '../../generated/graph.ts';
import { ChildPicker } from '../child-picker.tsx';
import { useChosen } from '../chosen.tsx';
import { ConsentForm } from './consent-form.tsx';

type Recorded = RecordConsentWithFamilyMutation['recordConsent'];

/** Records, with the family beside one, what they permit or refuse. */
export function ConsentScreen() {
  const { child } = useChosen();
  const [recorded, setRecorded] = useState<Recorded>();
  return (
    <>
      <h1>Record a consent with a family</h1>
      <ChildPicker />
      {recorded !== undefined && (
        <div className="note done" role="status">
          <p>
            <b>Recorded.</b> {recorded.effect?.sentence ?? 'It opens nothing until those it waits for have agreed.'}
          </p>
        </div>
      )}
      {child !== undefined && <Questions key={child} child={child} onRecorded={setRecorded} />}
    </>
  );
}

function Questions({
  child,
  onRecorded,
}: {
  readonly child: string;
  readonly onRecorded: (recorded: Recorded) => void;
}) {
  const { answer, again } = useAnswer(WhoMayDecideDocument, { child });
  const [round, setRound] = useState(0);
  return (
    <Answered answer={answer}>
      {(data) => (
        <ConsentForm
          key={round}
          child={child}
          holders={(data.child?.authorities ?? []).filter(({ suspended }) => !suspended)}
          onRecorded={(recorded) => {
            onRecorded(recorded);
            setRound((count) => count + 1);
            again();
          }}
        />
      )}
    </Answered>
  );
}
