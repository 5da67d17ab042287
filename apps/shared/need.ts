import type { FieldError } from './error-summary.tsx';

/** The error of a field unless something holds. */
export function need(holds: boolean, field: string, text: string): readonly FieldError[] {
  return holds ? [] : [{ field, text }];
}
