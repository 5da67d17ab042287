import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask, type Fault } from '../shared/ask.ts';
import { dayOf } from '../shared/days.ts';
import { ErrorSummary, type FieldError } from '../shared/error-summary.tsx';
import { FaultNote } from '../shared/fault-note.tsx';
import { useSignedIn } from '../shared/session.tsx';
import { useAnswer } from '../shared/use-answer.ts';
import { RecordStatementDocument, WordsDocument } from '../generated/graph.ts';
import { useLanguage } from './language.tsx';

/** Something put on the record in one's own words. */
export function Say({ child }: { readonly child: string }) {
  const { say, language } = useLanguage();
  const { client, session } = useSignedIn();
  const { answer, again } = useAnswer(WordsDocument, { child });
  const [text, setText] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [done, setDone] = useState(false);
  const submit = async (): Promise<void> => {
    const found = text.trim() === '' ? [{ field: 'words', text: say.sayEmpty }] : [];
    setErrors(found);
    setDone(false);
    if (found.length > 0) return;
    const recorded = await ask(client, RecordStatementDocument, { child, text });
    setFaults(recorded.faults);
    if (recorded.faults.length > 0) return;
    setText('');
    setDone(true);
    again();
  };
  const before = (answer?.data?.child?.statements ?? []).filter(
    ({ agency, by }) => agency === null && by === session.user,
  );
  return (
    <>
      <p>{say.sayIntro}</p>
      <ErrorSummary errors={errors} title={say.problem} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Textarea
          id="words"
          label={say.sayLabel}
          autosize
          minRows={4}
          value={text}
          error={errors[0]?.text}
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <FaultNote faults={faults} />
        {done && (
          <p className="note done" role="status">
            {say.done}
          </p>
        )}
        <div className="actions">
          <button type="submit" className="plain">
            {say.sayButton}
          </button>
        </div>
      </form>
      {before.length > 0 && <h2>{say.before}</h2>}
      {before.map((each) => (
        <section key={each.id} className="panel">
          <p>{each.text}</p>
          <p className="quiet">{dayOf(each.recordedAt, language)}</p>
        </section>
      ))}
    </>
  );
}
