import { NativeSelect, TextInput } from '@mantine/core';
import { DateField, dateIn, noDate, type DateParts } from '../../shared/date-field.tsx';
import { ErrorSummary, type FieldError } from '../../shared/error-summary.tsx';
import { need } from '../../shared/need.ts';
import { useNetworkWords } from '../../shared/network-words.tsx';
import { onSubmit } from '../../shared/on-submit.ts';
import { useFields, type Fields } from '../../shared/use-fields.ts';
import { capital, useWords } from '../../shared/words.ts';
import type { ExplainQueryVariables } from '../../generated/graph.ts';
import type { KnownPeople } from './known-people.ts';
import { isolated } from '../../shared/isolated.ts';

interface Question {
  readonly agency: string;
  readonly role: string;
  readonly user: string;
  readonly purpose: string;
  readonly day: DateParts;
}

const empty: Question = { agency: '', role: '', user: '', purpose: '', day: noDate };

interface Props {
  readonly child: string;
  readonly known: KnownPeople;
  /** The question before, to go on from. */
  readonly asked?: ExplainQueryVariables;
  readonly onAsk: (asked: ExplainQueryVariables) => void;
}

/** The form for who asked, in which role, what for and when. */
export function WhyForm({ child, known, asked, onAsk }: Props) {
  const { purposes } = useNetworkWords();
  const fields = useFields(asked === undefined ? empty : questionOf(asked));
  const { values, errors, check, text, choice } = fields;
  const submit = (): void => {
    if (!check(problemsIn(values))) return;
    const { agency, role, user, purpose, day } = values;
    const date = dateIn(day);
    const requester = { agency, role, kind: agency === 'family' ? 'family' : 'worker', ...(user !== '' && { user }) };
    onAsk({ child, requester, purpose, ...(date !== undefined && { at: `${date}T17:00:00Z` }) });
  };
  return (
    <>
      <ErrorSummary errors={errors} />
      <form onSubmit={onSubmit(submit)} noValidate>
        <WhoAsked fields={fields} known={known} />
        <NativeSelect
          label="What for?"
          {...text('purpose', 'why-purpose')}
          data={[
            { value: '', label: 'Choose a purpose' },
            ...purposes.map((code) => ({ value: code, label: capital(code) })),
          ]}
        />
        <DateField
          id="why-day"
          label="On which day? (optional)"
          hint="Without it: now. For example, 3 11 2026."
          {...choice('day', 'why-day')}
        />
        <button type="submit" className="plain">
          Explain
        </button>
      </form>
    </>
  );
}

interface WhoProps {
  readonly fields: Fields<Question>;
  readonly known: KnownPeople;
}

function WhoAsked({ fields: { values, set, text }, known }: WhoProps) {
  const { roles } = useNetworkWords();
  const { agency: titleOf } = useWords();
  const agencies = [...roles.keys()].filter((name) => name !== 'network');
  const people = known(values.agency) ?? [];
  return (
    <>
      <NativeSelect
        label="Who asked?"
        {...text('agency', 'why-agency')}
        onChange={(event) => {
          set({ agency: event.currentTarget.value, role: '' });
        }}
        data={[
          { value: '', label: 'Choose an agency, or family' },
          ...agencies.map((name) => ({ value: name, label: titleOf(name) })),
        ]}
      />
      <NativeSelect
        label="In which role?"
        {...text('role', 'why-role')}
        data={[
          { value: '', label: 'Choose a role' },
          ...(roles.get(values.agency) ?? []).map((name) => ({ value: name, label: capital(name) })),
        ]}
      />
      <TextInput
        label="Which person? (optional)"
        description={
          people.length > 0
            ? `The name they sign in by, such as “${isolated(people[0] ?? '')}”. Without it: anybody of that role who does not work with the child.`
            : 'The name they sign in by. Without it: anybody of that role who does not work with the child.'
        }
        autoComplete="off"
        list="why-people"
        {...text('user', 'why-user')}
        onChange={(event) => {
          set({ user: event.currentTarget.value.trim() });
        }}
      />
      <datalist id="why-people">
        {people.map((user) => (
          <option key={user} value={user} />
        ))}
      </datalist>
    </>
  );
}

function questionOf({ requester: { agency, role, user }, purpose }: ExplainQueryVariables): Question {
  return { ...empty, agency, role: role ?? '', user: user ?? '', purpose: String(purpose) };
}

function problemsIn({ agency, role, purpose, day }: Question): readonly FieldError[] {
  const isDay = Object.values(day).every((part) => part === '') || dateIn(day) !== undefined;
  return [
    ...need(agency !== '', 'why-agency', 'Choose who asked'),
    ...need(role !== '', 'why-role', 'Choose their role'),
    ...need(purpose !== '', 'why-purpose', 'Choose what they asked for'),
    ...need(isDay, 'why-day', 'Enter a real date, or none'),
  ];
}
