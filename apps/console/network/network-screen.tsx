import { dayOf, momentOf } from '../../shared/days.ts';
import { FaultNote } from '../../shared/fault-note.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { useWords, words } from '../../shared/words.ts';
import { NetworkOverviewDocument } from '../../generated/graph.ts';

/** Protocols with their review days, the agencies, and the rules in force. */
export function NetworkScreen() {
  const { agency } = useWords();
  const { answer } = useAnswer(NetworkOverviewDocument, {});
  if (answer === undefined) return <p role="status">Looking …</p>;
  const protocols = (answer.data?.approvals ?? []).filter(({ child }) => child === null);
  const rules = answer.data?.rules;
  return (
    <>
      <h1>Protocols and agencies</h1>
      <FaultNote faults={answer.faults} />
      <h2>Protocols between agencies</h2>
      {protocols.length === 0 ? (
        <p className="quiet">Your agency is party to none.</p>
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
              </tr>
            </thead>
            <tbody>
              {protocols.map(({ id, custodian, recipient, categories, purposes, rationale, reviewOn }) => (
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
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h2>Rules in force</h2>
      {rules !== undefined && (
        <p>
          Set {rules.number}
          {rules.liveFrom !== null && `, live since ${momentOf(rules.liveFrom) ?? ''}`}; written by {rules.author},
          approved by {rules.approvedBy ?? 'nobody'}.
        </p>
      )}
      <h2>Agencies</h2>
      <ul>
        {(answer.data?.agencies ?? []).map(({ name, title, dutyTelephone }) => (
          <li key={name}>
            {title}: {dutyTelephone}, at any hour
          </li>
        ))}
      </ul>
    </>
  );
}
