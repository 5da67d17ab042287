import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask, type Fault } from '../shared/ask.ts';
import type { FieldError } from '../shared/error-summary.tsx';
import { useSignedIn } from '../shared/signed-in.ts';
import { HideFromFamilyDocument, type MyChildrenQuery } from '../generated/graph.ts';
import { useLanguage } from './language.tsx';
import { SendForm } from './send-form.tsx';

/** Hides from all others of the family where the children of whoever asks live, learn and are seen. */
export function Hide({ child, all }: { readonly child: string; readonly all: MyChildrenQuery['myChildren'] }) {
  const { say } = useLanguage();
  const { client } = useSignedIn();
  const [also, setAlso] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [done, setDone] = useState(false);
  const others = all.filter(({ id }) => id !== child);
  const submit = async (): Promise<void> => {
    const found = reason.trim() === '' ? [{ field: 'hide-why', text: say.sayEmpty }] : [];
    setErrors(found);
    setDone(false);
    if (found.length > 0) return;
    const answer = await ask(client, HideFromFamilyDocument, { children: [child, ...also], reason });
    setFaults(answer.faults);
    if (answer.faults.length > 0) return;
    setReason('');
    setDone(true);
  };
  return (
    <>
      <p>{say.hideIntro}</p>
      <p className="note warn">{say.hideEffect}</p>
      <SendForm errors={errors} faults={faults} done={done} button={say.hideButton} onSend={submit}>
        {others.length > 0 && (
          <fieldset className="field">
            <legend>{say.hideAlso}</legend>
            {others.map(({ id, name }) => (
              <label key={id} className="choice">
                <input
                  type="checkbox"
                  checked={also.includes(id)}
                  onChange={(event) => {
                    setAlso(event.currentTarget.checked ? [...also, id] : also.filter((each) => each !== id));
                  }}
                />{' '}
                {name ?? '…'}
              </label>
            ))}
          </fieldset>
        )}
        <Textarea
          id="hide-why"
          label={say.hideWhy}
          autosize
          minRows={3}
          value={reason}
          error={errors[0]?.text}
          autoComplete="off"
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
      </SendForm>
    </>
  );
}
