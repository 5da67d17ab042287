import type { ReactNode } from 'react';
import type { Answer } from './ask.ts';
import { FaultNote } from './fault-note.tsx';

interface Props<Data> {
  readonly answer: Answer<Data> | undefined;
  readonly looking?: string;
  /** The view of an answer; nothing of it is shown where the whole was refused or could not be had. */
  readonly children: (data: Data) => ReactNode;
}

/** An answer once it is there, with what went wrong above it; until then, that it is looked for. */
export function Answered<Data>({ answer, looking = 'Looking …', children }: Props<Data>) {
  if (answer === undefined) {
    return (
      <p role="status" className="looking">
        {looking}
      </p>
    );
  }
  return (
    <>
      <FaultNote faults={answer.faults} />
      {answer.data !== undefined && children(answer.data)}
    </>
  );
}
