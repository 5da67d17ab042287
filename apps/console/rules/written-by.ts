/** A set's author and approver in a sentence. The first set is the network's own, put in force when it was set up. */
export function writtenBy({
  author,
  approvedBy,
}: {
  readonly author: string;
  readonly approvedBy: string | null;
}): string {
  if (author === 'seed') return 'The set that the network began with';
  return approvedBy === null ? `Written by ${author}` : `Written by ${author}, approved by ${approvedBy}`;
}
