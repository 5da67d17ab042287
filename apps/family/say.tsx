import { Checkbox, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask, type Fault } from '../shared/ask.ts';
import { dayOf } from '../shared/days.ts';
import type { FieldError } from '../shared/error-summary.tsx';
import { useSignedIn } from '../shared/signed-in.ts';
import { useAnswer } from '../shared/use-answer.ts';
import { useAgencies, useWords } from '../shared/words.ts';
import { RecordStatementDocument, WordsDocument } from '../generated/graph.ts';
import { useLanguage } from './language.tsx';
import { SendForm } from './send-form.tsx';

/** Something put on the record in one's own words. */
export function Say({ child }: { readonly child: string }) {
  const { say, language } = useLanguage();
  const { client, session } = useSignedIn();
  const { agency: titleOf } = useWords(language);
  const { answer, again } = useAnswer(WordsDocument, { child });
  const [text, setText] = useState('');
  const [to, setTo] = useState<readonly string[]>([]);
  const [tellsOfHarm, setTellsOfHarm] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [done, setDone] = useState(false);
  const submit = async (): Promise<void> => {
    const found: FieldError[] = [
      ...(text.trim() === '' ? [{ field: 'words', text: say.sayEmpty }] : []),
      // What tells of harm reaches the society whoever else is chosen.
      ...(to.length === 0 && !tellsOfHarm ? [{ field: 'to-0', text: say.sayToNobody }] : []),
    ];
    setErrors(found);
    setDone(false);
    if (found.length > 0) return;
    const recipients = to.map((agency) => ({ agency }));
    const recorded = await ask(client, RecordStatementDocument, { child, text, recipients, tellsOfHarm });
    setFaults(recorded.faults);
    if (recorded.faults.length > 0) return;
    setText('');
    setTo([]);
    setTellsOfHarm(false);
    setDone(true);
    again();
  };
  const before = (answer?.data?.child?.statements ?? []).filter(
    ({ agency, by }) => agency === null && by === session.user,
  );
  const problem = (field: string): string | undefined => errors.find((each) => each.field === field)?.text;
  const agencies = useAgencies();
  return (
    <>
      <p>{say.sayIntro}</p>
      <SendForm errors={errors} faults={faults} done={done} button={say.sayButton} onSend={submit}>
        <Textarea
          id="words"
          label={say.sayLabel}
          autosize
          minRows={4}
          value={text}
          error={problem('words')}
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <Checkbox.Group
          label={say.sayTo}
          description={say.sayToHint}
          value={[...to]}
          onChange={setTo}
          error={problem('to-0')}
        >
          <Stack gap="xs">
            {agencies.map((name, at) => (
              <Checkbox key={name} id={`to-${String(at)}`} value={name} label={titleOf(name)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Checkbox
          label={say.sayHarm}
          description={say.sayHarmHint}
          checked={tellsOfHarm}
          onChange={(event) => {
            setTellsOfHarm(event.currentTarget.checked);
          }}
        />
      </SendForm>
      {before.length > 0 && <h2>{say.before}</h2>}
      {before.map((each) => (
        <section key={each.id} className="panel">
          <p>{each.text}</p>
          <p className="quiet">
            {dayOf(each.recordedAt, language)}.{' '}
            {each.recipients.length > 0 && say.reached(each.recipients.map(({ agency }) => titleOf(agency)).join(', '))}
          </p>
        </section>
      ))}
    </>
  );
}
