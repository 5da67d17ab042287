import { Checkbox, NativeSelect, Radio, Stack, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { DateField, dateIn } from '../../shared/date-field.tsx';
import type { FieldError } from '../../shared/error-summary.tsx';
import { need } from '../../shared/need.ts';
import { useNetworkWords } from '../../shared/network-words.tsx';
import { capital, sentenceCase, useWords } from '../../shared/words.ts';
import { holderIs } from '../holder-is.ts';
import type { ConsentDraft } from './consent-draft.ts';
import type { AuthorityHolder } from './authority-holder.ts';

interface QuestionProps {
  readonly draft: ConsentDraft;
  readonly holders: readonly AuthorityHolder[];
  readonly change: (part: Partial<ConsentDraft>) => void;
  readonly error: string | undefined;
}

interface Step {
  readonly Question: (props: QuestionProps) => ReactNode;
  readonly check: (draft: ConsentDraft) => readonly FieldError[];
}

function Choices({
  label,
  value,
  options,
  error,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  return (
    <Radio.Group label={label} value={value} onChange={onChange} error={error}>
      <Stack gap="xs">
        {options.map(([each, title], at) => (
          <Radio key={each} {...(at === 0 && { id: 'first' })} value={each} label={title} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function WhoDecides({ draft, holders, change, error }: QuestionProps) {
  const options = holders.map((each) => [each.id, sentenceCase(holderIs(each))] as const);
  return (
    <Choices
      label="Who decides?"
      value={draft.by}
      options={options}
      error={error}
      onChange={(by) => {
        change({ by });
      }}
    />
  );
}

function YesOrNo({ draft, change, error }: QuestionProps) {
  const options = [
    ['PERMIT', 'They say yes to sharing something'],
    ['REFUSE', 'They say no to sharing something'],
  ] as const;
  return (
    <Choices
      label="What do they decide?"
      value={draft.decision}
      options={options}
      error={error}
      onChange={(decision) => {
        change({ decision: decision as ConsentDraft['decision'] });
      }}
    />
  );
}

function Recipient({ draft, change, error }: QuestionProps) {
  const { roles } = useNetworkWords();
  const { agency } = useWords();
  const agencies = [...roles.keys()].filter((name) => name !== 'network' && name !== 'family');
  return (
    <>
      <NativeSelect
        id="first"
        label="With whom?"
        value={draft.agency}
        error={error}
        onChange={(event) => {
          change({ agency: event.currentTarget.value, role: '' });
        }}
        data={[
          { value: '', label: 'Choose an agency' },
          ...agencies.map((name) => ({ value: name, label: agency(name) })),
        ]}
      />
      <NativeSelect
        label="Only those of one role? (optional)"
        value={draft.role}
        onChange={(event) => {
          change({ role: event.currentTarget.value });
        }}
        data={[
          { value: '', label: 'Anybody there who works with the child' },
          ...(roles.get(draft.agency) ?? []).map((name) => ({ value: name, label: capital(name) })),
        ]}
      />
    </>
  );
}

function What({ draft, change, error }: QuestionProps) {
  const { category } = useWords();
  const { categories } = useNetworkWords();
  const own = [...categories.keys()].filter(
    (code) => !code.startsWith(`${draft.agency}.`) && !code.startsWith('sensitivity.'),
  );
  return (
    <Checkbox.Group
      label="What is it about?"
      value={[...draft.categories]}
      error={error}
      onChange={(chosen) => {
        change({ categories: chosen });
      }}
    >
      <Stack gap="xs">
        {own.map((code, at) => (
          <Checkbox key={code} {...(at === 0 && { id: 'first' })} value={code} label={category(code)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function WhatFor({ draft, change, error }: QuestionProps) {
  const purposes = useNetworkWords().purposes.filter(
    (code) => !['family-access', 'privacy-administration', 'research'].includes(code),
  );
  return (
    <Checkbox.Group
      label="What may it be used for?"
      value={[...draft.purposes]}
      error={error}
      onChange={(chosen) => {
        change({ purposes: chosen });
      }}
    >
      <Stack gap="xs">
        {purposes.map((code, at) => (
          <Checkbox key={code} {...(at === 0 && { id: 'first' })} value={code} label={capital(code)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function UntilWhen({ draft, change, error }: QuestionProps) {
  return (
    <>
      <DateField
        id="first"
        label="Until which day? (optional)"
        hint="Without it: until they change their mind."
        value={draft.until}
        error={error}
        onChange={(until) => {
          change({ until });
        }}
      />
      {draft.decision === 'REFUSE' && (
        <Checkbox
          label="Not even in an emergency"
          checked={draft.notEvenInEmergency}
          onChange={(event) => {
            change({ notEvenInEmergency: event.currentTarget.checked });
          }}
        />
      )}
    </>
  );
}

function Evidence({ draft, change, error }: QuestionProps) {
  return (
    <Textarea
      id="first"
      label="How do you know that they decided so?"
      description="A signed form and where it is kept, or who heard it and when."
      autosize
      minRows={2}
      value={draft.evidence}
      error={error}
      onChange={(event) => {
        change({ evidence: event.currentTarget.value });
      }}
    />
  );
}

/** The questions, in their order. */
export const steps: readonly Step[] = [
  { Question: WhoDecides, check: ({ by }) => need(by !== '', 'first', 'Choose who decides') },
  { Question: YesOrNo, check: ({ decision }) => need(decision !== '', 'first', 'Choose yes or no') },
  { Question: Recipient, check: ({ agency }) => need(agency !== '', 'first', 'Choose with whom') },
  { Question: What, check: ({ categories }) => need(categories.length > 0, 'first', 'Choose at least one thing') },
  { Question: WhatFor, check: ({ purposes }) => need(purposes.length > 0, 'first', 'Choose at least one use') },
  {
    Question: UntilWhen,
    check: ({ until }) =>
      need(
        Object.values(until).every((part) => part === '') || dateIn(until) !== undefined,
        'first',
        'Enter a real date, or none',
      ),
  },
  { Question: Evidence, check: ({ evidence }) => need(evidence.trim() !== '', 'first', 'Say how you know') },
];
