import { TextInput } from '@mantine/core';

export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const noDate: DateParts = { day: '', month: '', year: '' };

/** The day typed, as a date of the graph; undefined where it is none, 30 February for one. */
export function dateIn({ day, month, year }: DateParts): string | undefined {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? undefined : text;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: DateParts;
  readonly error?: string | undefined;
  readonly names?: readonly [day: string, month: string, year: string];
  readonly onChange: (value: DateParts) => void;
}

/** A date typed in three parts, as people write it. */
export function DateField({ id, label, hint, value, error, names = ['Day', 'Month', 'Year'], onChange }: Props) {
  const part = (name: keyof DateParts, title: string, own: string) => (
    <TextInput
      id={own}
      label={title}
      inputMode="numeric"
      autoComplete="off"
      className={name}
      value={value[name]}
      error={error !== undefined}
      onChange={(event) => {
        onChange({ ...value, [name]: event.currentTarget.value });
      }}
    />
  );
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <p className="hint">{hint}</p>
      {error !== undefined && <p className="problem">{error}</p>}
      <div className="date-parts">
        {part('day', names[0], id)}
        {part('month', names[1], `${id}-month`)}
        {part('year', names[2], `${id}-year`)}
      </div>
    </fieldset>
  );
}
