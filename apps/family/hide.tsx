import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../shared/ask.ts';
import { need } from '../shared/need.ts';
import { useSignedIn } from '../shared/signed-in.ts';
import { useFields } from '../shared/use-fields.ts';
import { useSending } from '../shared/use-sending.ts';
import { HideFromFamilyDocument, type MyChildrenQuery } from '../generated/graph.ts';
import { useLanguage } from './language.tsx';
import { SendForm } from './send-form.tsx';
import { OwnWords } from '../shared/own-words.tsx';

type Children = MyChildrenQuery['myChildren'];

/** Hides from all others of the family where the children of whoever asks live, learn and are seen. */
export function Hide({ child, all }: { readonly child: string; readonly all: Children }) {
  const { say } = useLanguage();
  const { client } = useSignedIn();
  const [also, setAlso] = useState<readonly string[]>([]);
  const { values, set, errors, check, text } = useFields({ reason: '' });
  const { faults, send } = useSending();
  const [done, setDone] = useState(false);
  const others = all.filter(({ id }) => id !== child);
  const submit = async (): Promise<void> => {
    const { reason } = values;
    const fits = check(need(reason.trim() !== '', 'hide-why', say.sayEmpty));
    setDone(false);
    const answer = await send(fits, () => ask(client, HideFromFamilyDocument, { children: [child, ...also], reason }));
    if (answer?.faults.length !== 0) return;
    set({ reason: '' });
    setDone(true);
  };
  return (
    <>
      <p>{say.hideIntro}</p>
      <p className="note warn">{say.hideEffect}</p>
      <SendForm errors={errors} faults={faults} done={done} button={say.hideButton} onSend={submit}>
        {others.length > 0 && <OtherChildren others={others} also={also} onChange={setAlso} />}
        <Textarea label={say.hideWhy} autosize minRows={3} autoComplete="off" {...text('reason', 'hide-why')} />
      </SendForm>
    </>
  );
}

interface OthersProps {
  readonly others: Children;
  readonly also: readonly string[];
  readonly onChange: (also: readonly string[]) => void;
}

function OtherChildren({ others, also, onChange }: OthersProps) {
  const { say } = useLanguage();
  return (
    <fieldset className="field">
      <legend>{say.hideAlso}</legend>
      {others.map(({ id, name }) => (
        <label key={id} className="choice">
          <input
            type="checkbox"
            checked={also.includes(id)}
            onChange={(event) => {
              onChange(event.currentTarget.checked ? [...also, id] : also.filter((each) => each !== id));
            }}
          />{' '}
          <OwnWords>{name ?? '…'}</OwnWords>
        </label>
      ))}
    </fieldset>
  );
}
