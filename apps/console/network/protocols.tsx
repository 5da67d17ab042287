import { dayOf } from '../../shared/days.ts';
import { useWords, words } from '../../shared/words.ts';
import type { NetworkOverviewQuery } from '../../generated/graph.ts';
import { OwnWords } from '../../shared/own-words.tsx';

type Protocol = NetworkOverviewQuery['approvals'][number];

const states: Readonly<Record<string, string>> = {
  APPROVED: 'in force',
  PENDING: 'waits for a second person',
  LAPSED: 'over',
};

/** The protocols between agencies, each with its review day and whether it is in force. */
export function Protocols({ protocols }: { readonly protocols: readonly Protocol[] }) {
  if (protocols.length === 0) return <p className="empty">There is none.</p>;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Protocols">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">What, and what for</th>
            <th scope="col">Under</th>
            <th scope="col">Review by</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {protocols.map((each) => (
            <ProtocolRow key={each.id} protocol={each} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ProtocolRow({ protocol }: { readonly protocol: Protocol }) {
  const { agency } = useWords();
  const { custodian, recipient, categories, purposes, rationale, reviewOn, state, effect } = protocol;
  return (
    <tr>
      <td>{agency(custodian)}</td>
      <td>
        {agency(recipient.agency)}
        {recipient.role !== null && ` (${words(recipient.role)})`}
      </td>
      <td>
        {categories.map(words).join(', ')}
        <div className="quiet">{purposes.map(words).join(', ')}</div>
      </td>
      <td>
        <OwnWords>{rationale}</OwnWords>
      </td>
      <td>{dayOf(reviewOn)}</td>
      <td>
        <span className={`badge ${state === 'APPROVED' ? 'yes' : 'no'}`}>{states[state] ?? words(state)}</span>
        {effect !== null && effect.state !== 'IN_FORCE' && <div className="quiet">{effect.sentence}</div>}
      </td>
    </tr>
  );
}
