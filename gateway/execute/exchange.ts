import type { AgencyReply, AgencyRequest } from '../agency-client/agency-client.ts';
import type { ExchangeFailureReason } from '../agency-client/exchange-failure.ts';
import type { CutNode } from '../stages/fetch-plan.ts';
import type { PurposeSet } from '../stages/purpose-set.ts';
import type { Run } from './run.ts';

/** Reports what fails in one exchange with one agency, each reason once for each coordinate. */
export type Report = (reason: ExchangeFailureReason, coordinate: string) => void;

export function reportOf({ onExchangeFailure }: Run, agency: string): Report {
  if (!onExchangeFailure) return () => undefined;
  const reported = new Set<string>();
  return (reason, coordinate) => {
    const name = `${reason} ${coordinate}`;
    if (reported.has(name)) return;
    reported.add(name);
    onExchangeFailure({ agency, coordinate, reason });
  };
}

/** The requester, where the agency may know who asks, and those of these purposes for which it may: nothing else is told. */
export function whoAsks(
  { decisions, requester, tokenPurposes }: Run,
  children: readonly string[],
  agency: string,
  under: PurposeSet,
): Pick<AgencyRequest, 'requester' | 'purpose' | 'tokenPurposes'> {
  const known = decisions.mayKnowWhoAsks(children, agency, under);
  if (known.length === 0) return {};
  const told = { requester, purpose: known.join() };
  // It says of a request for disclosure whether another purpose of this very person would do.
  return agency === 'register' ? { ...told, tokenPurposes: tokenPurposes.join() } : told;
}

/** The reason why there is no reply to read. A client that does not say has its reason guessed by kind. */
export function reasonOf(reply: Extract<AgencyReply, { failed: unknown }>): ExchangeFailureReason {
  return reply.reason ?? (reply.failed === 'unavailable' ? 'CONNECTION' : 'NOT_GRAPHQL');
}

/** The first field that was asked for: the place of a failure of the whole reply. */
export function firstCoordinate(nodes: readonly CutNode[]): string {
  for (const node of nodes) {
    const found = node.kind === 'field' ? node.coordinate : firstCoordinate(node.selections);
    if (found !== '' && !(node.kind === 'field' && node.role === 'typename')) return found;
  }
  return '';
}
