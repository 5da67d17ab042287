import { Checkbox, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../shared/ask.ts';
import { dayOf } from '../shared/days.ts';
import { need } from '../shared/need.ts';
import { useSignedIn } from '../shared/signed-in.ts';
import { useAnswer } from '../shared/use-answer.ts';
import { useFields, type Fields } from '../shared/use-fields.ts';
import { useSending } from '../shared/use-sending.ts';
import { useAgencies, useWords } from '../shared/words.ts';
import { RecordStatementDocument, WordsDocument, type WordsQuery } from '../generated/graph.ts';
import { useLanguage } from './language.tsx';
import { SendForm } from './send-form.tsx';

interface Statement {
  readonly text: string;
  /** The agencies whose people may read it. */
  readonly to: string[];
  readonly tellsOfHarm: boolean;
}

const empty: Statement = { text: '', to: [], tellsOfHarm: false };

/** Something put on the record in one's own words. */
export function Say({ child }: { readonly child: string }) {
  const { say } = useLanguage();
  const { client, session } = useSignedIn();
  const { answer, again } = useAnswer(WordsDocument, { child });
  const fields = useFields(empty);
  const { values, set, errors, check } = fields;
  const { faults, send } = useSending();
  const [done, setDone] = useState(false);
  const submit = async (): Promise<void> => {
    const { text, to, tellsOfHarm } = values;
    const fits = check([
      ...need(text.trim() !== '', 'words', say.sayEmpty),
      // What tells of harm reaches the society whoever else is chosen.
      ...need(to.length > 0 || tellsOfHarm, 'to-0', say.sayToNobody),
    ]);
    setDone(false);
    const statement = { child, text, recipients: to.map((agency) => ({ agency })), tellsOfHarm };
    const recorded = await send(fits, () => ask(client, RecordStatementDocument, statement));
    if (recorded?.faults.length !== 0) return;
    set(empty);
    setDone(true);
    again();
  };
  const statements = answer?.data?.child?.statements ?? [];
  return (
    <>
      <p>{say.sayIntro}</p>
      <SendForm errors={errors} faults={faults} done={done} button={say.sayButton} onSend={submit}>
        <Textarea label={say.sayLabel} autosize minRows={4} autoComplete="off" {...fields.text('text', 'words')} />
        <WhoReadsIt fields={fields} />
      </SendForm>
      <Before statements={statements.filter(({ agency, by }) => agency === null && by === session.user)} />
    </>
  );
}

function WhoReadsIt({ fields: { values, set, choice } }: { readonly fields: Fields<Statement> }) {
  const { say, language } = useLanguage();
  const { agency: titleOf } = useWords(language);
  const agencies = useAgencies();
  return (
    <>
      <Checkbox.Group label={say.sayTo} description={say.sayToHint} {...choice('to', 'to-0')}>
        <Stack gap="xs">
          {agencies.map((name, at) => (
            <Checkbox key={name} id={`to-${String(at)}`} value={name} label={titleOf(name)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Checkbox
        label={say.sayHarm}
        description={say.sayHarmHint}
        checked={values.tellsOfHarm}
        onChange={(event) => {
          set({ tellsOfHarm: event.currentTarget.checked });
        }}
      />
    </>
  );
}

type Said = NonNullable<NonNullable<WordsQuery['child']>['statements']>;

function Before({ statements }: { readonly statements: Said }) {
  const { say, language } = useLanguage();
  const { agency: titleOf } = useWords(language);
  return (
    <>
      {statements.length > 0 && <h2>{say.before}</h2>}
      {statements.map(({ id, text, recordedAt, recipients }) => (
        <section key={id} className="panel">
          <p dir="auto">{text}</p>
          <p className="quiet">
            {dayOf(recordedAt, language)}.{' '}
            {recipients.length > 0 && say.reached(recipients.map(({ agency }) => titleOf(agency)).join(', '))}
          </p>
        </section>
      ))}
    </>
  );
}
