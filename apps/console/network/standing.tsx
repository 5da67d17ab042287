import { Answered } from '../../shared/answered.tsx';
import { dayOf } from '../../shared/days.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { sentenceCase } from '../../shared/words.ts';
import { StandingDocument, type StandingQuery } from '../../generated/graph.ts';
import { ChildIs } from '../child-is.tsx';
import { useWhoIs } from '../who-is.ts';
import { isolated } from '../../shared/isolated.ts';
import { OwnWords } from '../../shared/own-words.tsx';

type Order = StandingQuery['standingOrders'][number];
const soonMs = 90 * 86_400_000;

/** The orders and legal holds that stand, across children: what waits, what ends soon, and what changes nothing comes with its reason. */
export function Standing() {
  const { answer } = useAnswer(StandingDocument, {});
  return (
    <>
      <h2>Orders and legal holds that stand</h2>
      <Answered answer={answer}>
        {({ standingOrders, standingHolds }) => (
          <>
            {standingOrders.length === 0 ? (
              <p className="empty">No order stands.</p>
            ) : (
              <Orders orders={standingOrders} />
            )}
            {standingHolds.length === 0 ? (
              <p className="empty">No legal hold stands.</p>
            ) : (
              <ul className="told">
                {standingHolds.map(({ id, child, reference, from }) => (
                  <li key={id}>
                    <span>
                      Legal hold: {child === null ? 'a child not shown to you' : <ChildIs id={child.id} brief />},
                      nothing is erased.
                    </span>{' '}
                    <span className="quiet">
                      <OwnWords>{reference}</OwnWords>, since {dayOf(from)}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Answered>
    </>
  );
}

function Orders({ orders }: { readonly orders: readonly Order[] }) {
  const whoIs = useWhoIs();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Orders">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">About</th>
            <th scope="col">It</th>
            <th scope="col">Whom</th>
            <th scope="col">Court</th>
            <th scope="col">Until</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <tr key={order.id}>
              <td>{order.child === null ? 'not shown to you' : <ChildIs id={order.child.id} brief />}</td>
              <td>{order.decision === 'REFUSE' ? 'forbids' : 'permits'}</td>
              <td>{sentenceCase(order.recipients.map(whoIs).join('; '))}</td>
              <td>
                {order.court === 'none'
                  ? 'without a court: hides where the child is'
                  : `${isolated(order.court)}, ${isolated(order.reference)}`}
              </td>
              <td>{dayOf(order.to) ?? 'no end'}</td>
              <td>
                <StateOf order={order} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whatever an officer should act on comes first: what waits, what ends soon, what does nothing. */
function StateOf({ order: { confirmed, ending, effect, to } }: { readonly order: Order }) {
  const endsSoon = to !== null && Date.parse(to) < Date.now() + soonMs;
  const hasNoEffect = effect?.state === 'NO_EFFECT';
  const badges = [
    ...(hasNoEffect ? ['no effect'] : []),
    ...(confirmed ? [] : ['waits for a second person']),
    ...(ending ? ['its end waits'] : []),
    ...(endsSoon ? ['ends soon'] : []),
  ];
  return (
    <>
      {badges.length === 0 && <span className="badge yes">in force</span>}
      {badges.map((each) => (
        <div key={each}>
          <span className="badge no">{each}</span>
        </div>
      ))}
      {effect !== null && effect.state !== 'IN_FORCE' && <div className="quiet">{effect.sentence}</div>}
    </>
  );
}
