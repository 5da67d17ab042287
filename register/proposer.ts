/** The person who proposed something. */
export interface Proposer {
  readonly user: string;
  readonly agency: string;
}
