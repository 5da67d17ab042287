import type { FieldError } from '../../shared/error-summary.tsx';
import { need } from '../../shared/need.ts';
import type { NewRule } from './rule-text.ts';

/** The part of a new rule that an officer writes or chooses: the rest is where in the matrix it was begun. */
export interface RuleDraft extends Pick<NewRule, 'basis' | 'involvement' | 'level' | 'english' | 'french'> {
  readonly citation: string;
  readonly duty: string;
  readonly kinds: string[];
  /** Other kinds of data for which the same holds. */
  readonly more: string[];
}

export const emptyRule: RuleDraft = {
  more: [],
  basis: '',
  involvement: 'ASSIGNED',
  kinds: [],
  level: 'FULL',
  english: '',
  french: '',
  citation: '',
  duty: '',
};

export const involvements: Readonly<Record<string, string>> = {
  ASSIGNED: 'Only if this very person is assigned to the child',
  AGENCY: 'If their agency works with the child',
  NONE: 'Whether or not they work with the child',
};

/** The faults to put right before it is a rule. */
export function problemsIn(draft: RuleDraft): readonly FieldError[] {
  const { basis, involvement, kinds, english, french, citation, duty } = draft;
  return [
    ...need(basis !== '', 'basis-0', 'Choose on what it rests'),
    ...need(
      basis === 'NEVER' || involvement === 'NONE' || kinds.length > 0,
      'work-0',
      'Choose at least one kind of work',
    ),
    ...need(english.trim() !== '', 'in-english', 'Say it in English'),
    ...need(french.trim() !== '', 'in-french', 'Say it in French'),
    ...need(citation.trim() !== '', 'citation', 'Name the law or policy'),
    ...need(basis !== 'BY_LAW' || duty.trim() !== '', 'duty', 'Name the duty'),
  ];
}
