import { useState } from 'react';
import { FaultNote } from '../shared/fault-note.tsx';
import { useAnswer } from '../shared/use-answer.ts';
import { SharedAboutDocument } from '../generated/graph.ts';
import type { Consent } from './consent.ts';
import { Decision } from './decision.tsx';
import { useLanguage } from './language.tsx';

/** The decisions about the child, in sentences, with the way to change one's mind; or what waits to be agreed to. */
export function Shared({ child, waiting }: { readonly child: string; readonly waiting: boolean }) {
  const { say, language } = useLanguage();
  const { answer, again } = useAnswer(SharedAboutDocument, { child });
  const [done, setDone] = useState(false);
  if (answer === undefined) return <p role="status">{say.looking}</p>;
  const authorities = answer.data?.child?.authorities ?? [];
  const waits = ({ state }: Consent): boolean => state === 'PROPOSED' || state === 'NEEDS_CONFIRMATION';
  const consents = (answer.data?.child?.consents ?? []).filter((each) =>
    waiting ? waits(each) : each.state === 'ACTIVE',
  );
  return (
    <>
      <FaultNote faults={answer.faults} language={language} />
      {done && (
        <p className="note done" role="status">
          {say.done}
        </p>
      )}
      {consents.length === 0 && <p>{waiting ? say.waitingNothing : say.nothingDecided}</p>}
      {consents.map((consent) => (
        <Decision
          key={consent.id}
          child={child}
          consent={consent}
          all={answer.data?.child?.consents ?? []}
          authorities={authorities}
          waiting={waiting}
          onDone={() => {
            setDone(true);
            again();
          }}
        />
      ))}
      {!waiting && consents.length > 0 && <p className="quiet">{say.lawToo}</p>}
    </>
  );
}
