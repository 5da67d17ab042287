import { dayOf, momentOf } from '../../shared/days.ts';
import { Answered } from '../../shared/answered.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { useWords, words } from '../../shared/words.ts';
import { NetworkOverviewDocument, type NetworkOverviewQuery } from '../../generated/graph.ts';
import { Agencies } from './agencies.tsx';
import { FlowMap } from './flow-map.tsx';
import { Standing } from './standing.tsx';

/** Protocols with their review days, the rules in force, what they let flow to whom, and the agencies. */
export function NetworkScreen() {
  const { answer } = useAnswer(NetworkOverviewDocument, {});
  return (
    <>
      <h1>Protocols and agencies</h1>
      <Answered answer={answer}>{(data) => <Overview data={data} />}</Answered>
    </>
  );
}

const states: Readonly<Record<string, string>> = {
  APPROVED: 'in force',
  PENDING: 'waits for a second person',
  LAPSED: 'over',
};

function Overview({ data }: { readonly data: NetworkOverviewQuery }) {
  const { agency } = useWords();
  const { rules } = data;
  const protocols = data.approvals.filter(({ child }) => child === null);
  return (
    <>
      <h2>Protocols between agencies</h2>
      {protocols.length === 0 ? (
        <p className="empty">There is none.</p>
      ) : (
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
              {protocols.map(
                ({ id, custodian, recipient, categories, purposes, rationale, reviewOn, state, effect }) => (
                  <tr key={id}>
                    <td>{agency(custodian)}</td>
                    <td>
                      {agency(recipient.agency)}
                      {recipient.role !== null && ` (${words(recipient.role)})`}
                    </td>
                    <td>
                      {categories.map(words).join(', ')}
                      <div className="quiet">{purposes.map(words).join(', ')}</div>
                    </td>
                    <td>{rationale}</td>
                    <td>{dayOf(reviewOn)}</td>
                    <td>
                      <span className={`badge ${state === 'APPROVED' ? 'yes' : 'no'}`}>
                        {states[state] ?? words(state)}
                      </span>
                      {effect !== null && effect.state !== 'IN_FORCE' && <div className="quiet">{effect.sentence}</div>}
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </div>
      )}
      <Standing />
      <h2>Rules in force</h2>
      <p>
        Set {rules.number}
        {rules.liveFrom !== null && `, live since ${momentOf(rules.liveFrom) ?? ''}`}; written by {rules.author},
        approved by {rules.approvedBy ?? 'nobody'}.
      </p>
      <FlowMap data={data} />
      <Agencies agencies={data.agencies} reachability={data.reachability} />
    </>
  );
}
