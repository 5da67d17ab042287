import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../shared/ask.ts';
import { need } from '../shared/need.ts';
import { useSignedIn } from '../shared/signed-in.ts';
import { useAnswer } from '../shared/use-answer.ts';
import { useFields } from '../shared/use-fields.ts';
import { useSending } from '../shared/use-sending.ts';
import { useAgencies, useWords } from '../shared/words.ts';
import { RequestCorrectionDocument, WordsDocument, type WordsQuery } from '../generated/graph.ts';
import { useLanguage } from './language.tsx';
import { SendForm } from './send-form.tsx';
import { OwnWords } from '../shared/own-words.tsx';

/** Asks an agency to correct its record, and shows what it answered. */
export function Correct({ child }: { readonly child: string }) {
  const { say, language } = useLanguage();
  const { client, session } = useSignedIn();
  const { agency: titleOf } = useWords(language);
  const agencies = useAgencies();
  const { answer, again } = useAnswer(WordsDocument, { child });
  const fields = useFields({ agency: '', text: '' });
  const { faults, send } = useSending();
  const [done, setDone] = useState(false);
  const submit = async (): Promise<void> => {
    const { agency, text } = fields.values;
    const fits = fields.check([
      ...need(agency !== '', 'agency', say.correctAgency),
      ...need(text.trim() !== '', 'wrong', say.sayEmpty),
    ]);
    setDone(false);
    const sent = await send(fits, () => ask(client, RequestCorrectionDocument, { child, agency, text }));
    if (sent?.faults.length !== 0) return;
    fields.set({ text: '' });
    setDone(true);
    again();
  };
  const statements = answer?.data?.child?.statements ?? [];
  return (
    <>
      <p>{say.correctIntro}</p>
      <SendForm errors={fields.errors} faults={faults} done={done} button={say.correctButton} onSend={submit}>
        <NativeSelect
          label={say.correctAgency}
          {...fields.text('agency')}
          data={[{ value: '', label: '—' }, ...agencies.map((name) => ({ value: name, label: titleOf(name) }))]}
        />
        <Textarea label={say.correctLabel} autosize minRows={4} {...fields.text('text', 'wrong')} />
      </SendForm>
      <Before statements={statements.filter(({ agency, by }) => agency !== null && by === session.user)} />
    </>
  );
}

type Asked = NonNullable<NonNullable<WordsQuery['child']>['statements']>;

function Before({ statements }: { readonly statements: Asked }) {
  const { say, language } = useLanguage();
  const { agency: titleOf } = useWords(language);
  return (
    <>
      {statements.length > 0 && <h2>{say.before}</h2>}
      {statements.map(({ id, agency, text, correction, answer }) => (
        <section key={id} className="panel">
          <p className="quiet">{say.asked(titleOf(agency ?? ''))}</p>
          <p dir="auto">{text}</p>
          <p>
            {correction === null ? '' : say.corrections[correction]} <OwnWords>{answer}</OwnWords>
          </p>
        </section>
      ))}
    </>
  );
}
