import { useState } from 'react';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { words } from '../../shared/words.ts';
import { WhoMayDecideDocument } from '../../generated/graph.ts';
import { ChildPicker } from '../child-picker.tsx';
import { useChosen } from '../chosen.tsx';
import { ConsentForm } from './consent-form.tsx';

/** Records, with the family beside one, what they permit or refuse. */
export function ConsentScreen() {
  const { child } = useChosen();
  const [recorded, setRecorded] = useState<string>();
  return (
    <>
      <h1>Record a consent with a family</h1>
      <ChildPicker />
      {recorded !== undefined && (
        <div className="note done" role="status">
          <p>
            Recorded: {words(recorded)}.{' '}
            {recorded === 'ACTIVE'
              ? 'It counts from now on, as far as it goes: where two decide together, both must have said yes.'
              : 'It opens nothing until those it waits for have agreed.'}
          </p>
        </div>
      )}
      {child !== undefined && <Questions key={child} child={child} onRecorded={setRecorded} />}
    </>
  );
}

function Questions({ child, onRecorded }: { readonly child: string; readonly onRecorded: (state: string) => void }) {
  const { answer, again } = useAnswer(WhoMayDecideDocument, { child });
  const [round, setRound] = useState(0);
  if (answer === undefined) return <p role="status">Looking …</p>;
  const holders = (answer.data?.child?.authorities ?? []).filter(({ suspended }) => !suspended);
  return (
    <>
      <FaultNote faults={answer.faults} />
      <ConsentForm
        key={round}
        child={child}
        holders={holders}
        onRecorded={(state) => {
          onRecorded(state);
          setRound((count) => count + 1);
          again();
        }}
      />
    </>
  );
}
