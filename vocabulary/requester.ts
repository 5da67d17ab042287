import type { Kind } from './vocabulary.ts';

/** The requester: a worker, an officer, a family member, or an agency's system. Comes from a verified token, never from the query. */
export interface Requester {
  /** The recipient agency; `family` for a family member, `network` for the network's own officers. */
  readonly agency: string;
  readonly role: string;
  /** The token's `sub`: one person, or one system. */
  readonly user: string;
  readonly kind: Kind;
}
