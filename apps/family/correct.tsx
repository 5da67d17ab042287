import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask, type Fault } from '../shared/ask.ts';
import type { FieldError } from '../shared/error-summary.tsx';
import { useSignedIn } from '../shared/signed-in.ts';
import { useAnswer } from '../shared/use-answer.ts';
import { useAgencies, useWords } from '../shared/words.ts';
import { RequestCorrectionDocument, WordsDocument } from '../generated/graph.ts';
import { useLanguage } from './language.tsx';
import { SendForm } from './send-form.tsx';

/** Asks an agency to correct its record, and shows what it answered. */
export function Correct({ child }: { readonly child: string }) {
  const { say, language } = useLanguage();
  const { client, session } = useSignedIn();
  const { agency: titleOf } = useWords(language);
  const { answer, again } = useAnswer(WordsDocument, { child });
  const [agency, setAgency] = useState('');
  const [text, setText] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [done, setDone] = useState(false);
  const agencies = useAgencies();
  const submit = async (): Promise<void> => {
    const found: FieldError[] = [
      ...(agency === '' ? [{ field: 'agency', text: say.correctAgency }] : []),
      ...(text.trim() === '' ? [{ field: 'wrong', text: say.sayEmpty }] : []),
    ];
    setErrors(found);
    setDone(false);
    if (found.length > 0) return;
    const sent = await ask(client, RequestCorrectionDocument, { child, agency, text });
    setFaults(sent.faults);
    if (sent.faults.length > 0) return;
    setText('');
    setDone(true);
    again();
  };
  const before = (answer?.data?.child?.statements ?? []).filter(
    (each) => each.agency !== null && each.by === session.user,
  );
  return (
    <>
      <p>{say.correctIntro}</p>
      <SendForm errors={errors} faults={faults} done={done} button={say.correctButton} onSend={submit}>
        <NativeSelect
          id="agency"
          label={say.correctAgency}
          value={agency}
          error={errors.find(({ field }) => field === 'agency')?.text}
          onChange={(event) => {
            setAgency(event.currentTarget.value);
          }}
          data={[{ value: '', label: '—' }, ...agencies.map((name) => ({ value: name, label: titleOf(name) }))]}
        />
        <Textarea
          id="wrong"
          label={say.correctLabel}
          autosize
          minRows={4}
          value={text}
          error={errors.find(({ field }) => field === 'wrong')?.text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
      </SendForm>
      {before.length > 0 && <h2>{say.before}</h2>}
      {before.map((each) => (
        <section key={each.id} className="panel">
          <p className="quiet">{say.asked(titleOf(each.agency ?? ''))}</p>
          <p>{each.text}</p>
          <p>
            {each.correction === null ? '' : say.corrections[each.correction]} {each.answer}
          </p>
        </section>
      ))}
    </>
  );
}
