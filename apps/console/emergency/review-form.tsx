import { Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ask, type Fault } from '../../shared/ask.ts';
import { ErrorSummary, type FieldError } from '../../shared/error-summary.tsx';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';
import { ReviewEmergencyDocument } from '../../generated/graph.ts';
import type { EmergencyAccess } from './emergency-access.ts';

/** The finding; and whether the family is told, with the risk of telling said before. */
export function ReviewForm({
  emergency,
  onDone,
}: {
  readonly emergency: EmergencyAccess;
  readonly onDone: () => void;
}) {
  const { client } = useSignedIn();
  const [justified, setJustified] = useState('');
  const [finding, setFinding] = useState('');
  const [tell, setTell] = useState('no');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const problem = (field: string): string | undefined => errors.find((each) => each.field === field)?.text;

  const submit = async (): Promise<void> => {
    const found: FieldError[] = [
      ...(justified === '' ? [{ field: 'justified-yes', text: 'Say whether it was justified' }] : []),
      ...(finding.trim() === '' ? [{ field: 'finding', text: 'Write what you found' }] : []),
    ];
    setErrors(found);
    setFaults([]);
    if (found.length > 0 || busy) return;
    setBusy(true);
    const answer = await ask(client, ReviewEmergencyDocument, {
      id: emergency.id,
      finding,
      justified: justified === 'yes',
      tellFamily: tell === 'yes',
    });
    setBusy(false);
    setFaults(answer.faults);
    if (answer.faults.length === 0) onDone();
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary errors={errors} />
      <Radio.Group label="Was it justified?" value={justified} onChange={setJustified} error={problem('justified-yes')}>
        <Stack gap="xs">
          <Radio
            id="justified-yes"
            value="yes"
            label="Yes: the child may have been in danger, and what was read fits the reason"
          />
          <Radio value="no" label="No: the reason does not hold, or more was read than it needed" />
        </Stack>
      </Radio.Group>
      <Textarea
        id="finding"
        label="What you found"
        autosize
        minRows={3}
        value={finding}
        error={problem('finding')}
        onChange={(event) => {
          setFinding(event.currentTarget.value);
        }}
      />
      <Radio.Group
        label="Is the family told?"
        description="Whoever may read for the child will see that somebody looked, when, and at what. If one of them may be the danger, telling them can put the child or another parent at risk. Until you say yes they see nothing of it."
        value={tell}
        onChange={setTell}
      >
        <Stack gap="xs">
          <Radio value="no" label="No, not now" />
          <Radio value="yes" label="Yes: telling them endangers nobody" />
        </Stack>
      </Radio.Group>
      <FaultNote faults={faults} />
      <button type="submit" className="plain" disabled={busy}>
        Record the review
      </button>
    </form>
  );
}
