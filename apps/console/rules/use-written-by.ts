import { useWhoIs } from '../who-is.ts';

/** A set's author and approver in a sentence. The first set is the network's own, put in force when it was set up. */
export function useWrittenBy(): (set: { readonly author: string; readonly approvedBy: string | null }) => string {
  const whoIs = useWhoIs();
  const by = (user: string): string => whoIs({ agency: 'network', role: 'officer', user });
  return ({ author, approvedBy }) => {
    if (author === 'seed') return 'The set that the network began with';
    return approvedBy === null ? `Written by ${by(author)}` : `Written by ${by(author)}, approved by ${by(approvedBy)}`;
  };
}
