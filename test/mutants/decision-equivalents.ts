/** A mutant that no input can tell from the engine, with the proof. `was` and `becomes` are the mutation's own words. */
export interface Equivalent {
  readonly file: string;
  readonly was: string;
  readonly becomes: string;
  /** Text of the line it stands on, where the same words stand on others too. */
  readonly on?: string;
  readonly proof: string;
}

export const equivalents: readonly Equivalent[] = [
  {
    file: 'permitted.ts',
    was: '<',
    becomes: '<=',
    on: 'yes.length',
    proof: 'One word past the end is written to a typed array, which drops it.',
  },
  {
    file: 'permitted.ts',
    was: '0',
    becomes: '1',
    on: 'bits[word] ?? 0',
    proof: 'All sets of one vocabulary have the same length, so the word is always there; the 0 satisfies the type.',
  },
  {
    file: 'read-consents.ts',
    was: 'isEmpty(says.permits) && isEmpty(says.refuses)',
    becomes: 'false',
    proof:
      'A consent that says nothing would be read into empty sets, which add nothing to any union; leaving it out saves the reading.',
  },
  {
    file: 'read-consents.ts',
    was: '!isEmpty(left)',
    becomes: 'true',
    proof:
      'With nothing left, what its giver could once refuse is intersected with nothing; the condition saves looking it up.',
  },
  {
    file: 'read-consents.ts',
    was: "'SUMMARY'",
    becomes: "'mutant'",
    on: 'refusedLevel',
    proof: 'includeNegative withholds both levels for anything but FULL.',
  },
];
