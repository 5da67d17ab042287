/** Faults that change nothing that anybody could notice, and why. */
export const equivalents: readonly { readonly file: string; readonly says: string; readonly because: string }[] = [
  {
    file: 'gateway/operations/tree-writer.ts',
    says: 'types keep the order they came in',
    because:
      'Every draft of an abstract field lists the possible types in the schema’s own order, so that order, and its reverse, are as canonical as the sorted one.',
  },
];
