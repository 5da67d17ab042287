import { Radio, Stack, Textarea } from '@mantine/core';
import { ask } from '../../shared/ask.ts';
import { ErrorSummary } from '../../shared/error-summary.tsx';
import { FaultNote } from '../../shared/fault-note.tsx';
import { need } from '../../shared/need.ts';
import { onSubmit } from '../../shared/on-submit.ts';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useFields, type Fields } from '../../shared/use-fields.ts';
import { useSending } from '../../shared/use-sending.ts';
import { ReviewEmergencyDocument } from '../../generated/graph.ts';
import type { EmergencyAccess } from './emergency-access.ts';

const empty = { justified: '', finding: '', tell: 'no' };

interface Props {
  readonly emergency: EmergencyAccess;
  readonly onDone: () => void;
}

/** The finding; and whether the family is told, with the risk of telling said before. */
export function ReviewForm({ emergency: { id }, onDone }: Props) {
  const { client } = useSignedIn();
  const fields = useFields(empty);
  const { values, errors, check, text } = fields;
  const { faults, busy, send } = useSending();
  const submit = async (): Promise<void> => {
    const { justified, finding, tell } = values;
    const fits = check([
      ...need(justified !== '', 'justified-yes', 'Say whether it was justified'),
      ...need(finding.trim() !== '', 'finding', 'Write what you found'),
    ]);
    const review = { id, finding, justified: justified === 'yes', tellFamily: tell === 'yes' };
    const answer = await send(fits, () => ask(client, ReviewEmergencyDocument, review));
    if (answer?.faults.length === 0) onDone();
  };
  return (
    <form noValidate onSubmit={onSubmit(submit)}>
      <ErrorSummary errors={errors} />
      <WasItJustified fields={fields} />
      <Textarea label="What you found" autosize minRows={3} {...text('finding')} />
      <IsTheFamilyTold fields={fields} />
      <FaultNote faults={faults} />
      <button type="submit" className="plain" aria-disabled={busy}>
        Record the review
      </button>
    </form>
  );
}

interface PartProps {
  readonly fields: Fields<typeof empty>;
}

function WasItJustified({ fields: { choice } }: PartProps) {
  return (
    <Radio.Group label="Was it justified?" {...choice('justified', 'justified-yes')}>
      <Stack gap="xs">
        <Radio
          id="justified-yes"
          value="yes"
          label="Yes: the child may have been in danger, and what was read fits the reason"
        />
        <Radio value="no" label="No: the reason does not hold, or more was read than it needed" />
      </Stack>
    </Radio.Group>
  );
}

function IsTheFamilyTold({ fields: { choice } }: PartProps) {
  return (
    <Radio.Group
      label="Is the family told?"
      description="Whoever may read for the child will see that somebody looked, when, and at what. If one of them may be the danger, telling them can put the child or another parent at risk. Until you say yes they see nothing of it."
      {...choice('tell')}
    >
      <Stack gap="xs">
        <Radio value="no" label="No, not now" />
        <Radio value="yes" label="Yes: telling them endangers nobody" />
      </Stack>
    </Radio.Group>
  );
}
