/** Faults that change nothing that anybody could notice, and why. */
export const equivalents: readonly { readonly file: string; readonly says: string; readonly because: string }[] = [];
