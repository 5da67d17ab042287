import { useState } from 'react';
import type { FieldError } from './error-summary.tsx';

export type Fields<Values extends object> = ReturnType<typeof useFields<Values>>;

interface Typed {
  readonly currentTarget: { readonly value: string };
}

/** The values of a form's fields, their faults, and the props of each input. An error belongs to the id that the summary leads to. */
export function useFields<Values extends object>(empty: Values) {
  const [values, setValues] = useState(empty);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const problem = (id: string): string | undefined => errors.find(({ field }) => field === id)?.text;
  const set = (part: Partial<Values>): void => {
    setValues((before) => ({ ...before, ...part }));
  };
  const put = (name: keyof Values, value: unknown): void => {
    setValues((before) => ({ ...before, [name]: value }));
  };
  return {
    values,
    set,
    errors,
    problem,
    /** Takes what must be put right; true where nothing must. */
    check: (found: readonly FieldError[]): boolean => {
      setErrors(found);
      return found.length === 0;
    },
    /** Of an input that is typed in, or a list that one is chosen from. */
    text: <Name extends keyof Values>(name: Name, id = String(name)) => ({
      id,
      value: values[name],
      error: problem(id),
      onChange: ({ currentTarget }: Typed) => {
        put(name, currentTarget.value);
      },
    }),
    /** Of several inputs that have one value, such as radio buttons, or the three parts of a date. */
    choice: <Name extends keyof Values>(name: Name, id = String(name)) => ({
      value: values[name],
      error: problem(id),
      onChange: (value: Values[Name]) => {
        put(name, value);
      },
    }),
  };
}
