import { NativeSelect, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { DateField, dateIn, noDate } from '../../shared/date-field.tsx';
import { ErrorSummary, type FieldError } from '../../shared/error-summary.tsx';
import { useNetworkWords } from '../../shared/network-words.tsx';
import { capital, useWords } from '../../shared/words.ts';
import type { ExplainQueryVariables } from '../../generated/graph.ts';

interface Props {
  readonly child: string;
  readonly onAsk: (asked: ExplainQueryVariables) => void;
}

/** The form for who asked, in which role, what for and when. */
export function WhyForm({ child, onAsk }: Props) {
  const { roles, purposes } = useNetworkWords();
  const { agency: titleOf } = useWords();
  const [agency, setAgency] = useState('');
  const [role, setRole] = useState('');
  const [user, setUser] = useState('');
  const [purpose, setPurpose] = useState('');
  const [day, setDay] = useState(noDate);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const hasDay = Object.values(day).some((part) => part !== '');

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const date = dateIn(day);
    const found: FieldError[] = [
      ...(agency === '' ? [{ field: 'why-agency', text: 'Choose who asked' }] : []),
      ...(role === '' ? [{ field: 'why-role', text: 'Choose their role' }] : []),
      ...(purpose === '' ? [{ field: 'why-purpose', text: 'Choose what they asked for' }] : []),
      ...(hasDay && date === undefined ? [{ field: 'why-day', text: 'Enter a real date, or none' }] : []),
    ];
    setErrors(found);
    if (found.length > 0) return;
    const requester = { agency, role, kind: agency === 'family' ? 'family' : 'worker', ...(user !== '' && { user }) };
    onAsk({ child, requester, purpose, ...(date !== undefined && { at: `${date}T17:00:00Z` }) });
  };
  const problem = (field: string): string | undefined => errors.find((each) => each.field === field)?.text;
  const agencies = [...roles.keys()].filter((name) => name !== 'network');

  return (
    <>
      <ErrorSummary errors={errors} />
      <form onSubmit={submit} noValidate>
        <NativeSelect
          id="why-agency"
          label="Who asked?"
          error={problem('why-agency')}
          value={agency}
          onChange={(event) => {
            setAgency(event.currentTarget.value);
            setRole('');
          }}
          data={[
            { value: '', label: 'Choose an agency, or family' },
            ...agencies.map((name) => ({ value: name, label: titleOf(name) })),
          ]}
        />
        <NativeSelect
          id="why-role"
          label="In which role?"
          error={problem('why-role')}
          value={role}
          onChange={(event) => {
            setRole(event.currentTarget.value);
          }}
          data={[
            { value: '', label: 'Choose a role' },
            ...(roles.get(agency) ?? []).map((name) => ({ value: name, label: capital(name) })),
          ]}
        />
        <TextInput
          id="why-user"
          label="Which person? (optional)"
          description="The name that their tokens carry. Without it: anybody of that role."
          autoComplete="off"
          value={user}
          onChange={(event) => {
            setUser(event.currentTarget.value.trim());
          }}
        />
        <NativeSelect
          id="why-purpose"
          label="What for?"
          error={problem('why-purpose')}
          value={purpose}
          onChange={(event) => {
            setPurpose(event.currentTarget.value);
          }}
          data={[
            { value: '', label: 'Choose a purpose' },
            ...purposes.map((code) => ({ value: code, label: capital(code) })),
          ]}
        />
        <DateField
          id="why-day"
          label="On which day? (optional)"
          hint="Without it: now. For example, 3 11 2026."
          value={day}
          error={problem('why-day')}
          onChange={setDay}
        />
        <button type="submit" className="plain">
          Explain
        </button>
      </form>
    </>
  );
}
