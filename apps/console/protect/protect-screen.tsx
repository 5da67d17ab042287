import { useState } from 'react';
import { Answered } from '../../shared/answered.tsx';
import { useSignedIn } from '../../shared/signed-in.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { sentenceCase } from '../../shared/words.ts';
import { ChildToProtectDocument, type ChildToProtectQuery } from '../../generated/graph.ts';
import { ChildPicker } from '../child-picker.tsx';
import { useChosen } from '../chosen.tsx';
import { holderIs } from '../holder-is.ts';
import { HideForm } from './hide-form.tsx';
import { ProtectForm } from './protect-form.tsx';
import { SightOf } from './sight-of.tsx';
import { isolated } from '../../shared/isolated.ts';

/** Stops somebody of the family from reading and deciding, or hides where the child is, now: who loses sight of what stands beside it, before and after. */
export function ProtectScreen() {
  const { child } = useChosen();
  return (
    <>
      <h1>Protect a child now</h1>
      <p>
        Stop a person of the family from reading about the child and from deciding for the child, or hide from the
        family where the child is. It binds as soon as it is recorded, everywhere.
      </p>
      <ChildPicker />
      {child !== undefined && <Protect key={child} child={child} />}
    </>
  );
}

function Protect({ child }: { readonly child: string }) {
  const { answer, again } = useAnswer(ChildToProtectDocument, { child });
  const [acted, setActed] = useState(0);
  const done = (): void => {
    again();
    setActed((count) => count + 1);
  };
  return (
    <Answered answer={answer}>{(data) => <Sights child={child} data={data} acted={acted} onDone={done} />}</Answered>
  );
}

interface SightsProps {
  readonly child: string;
  readonly data: ChildToProtectQuery;
  readonly acted: number;
  readonly onDone: () => void;
}

function Sights({ child, data, acted, onDone }: SightsProps) {
  const authorities = data.child?.authorities ?? [];
  const { session } = useSignedIn();
  return (
    <>
      <h2>What each of the family can read today</h2>
      <div className="two">
        {authorities.map((each) => (
          <section key={each.id} className="panel" aria-label={holderIs(each)}>
            <h3>
              {sentenceCase(holderIs(each))} {each.suspended && <span className="badge no">suspended</span>}
            </h3>
            <SightOf child={child} holder={each.holder} kind={each.kind} acted={acted} />
          </section>
        ))}
        {authorities.length === 0 && <p className="empty">Nobody holds an authority for this child.</p>}
      </div>
      <Orders orders={data.child?.orders ?? []} />
      <ProtectForm child={child} authorities={authorities} onDone={onDone} />
      {session.agency !== 'network' && <HideForm child={child} authorities={authorities} onDone={onDone} />}
    </>
  );
}

interface OrdersProps {
  readonly orders: NonNullable<NonNullable<ChildToProtectQuery['child']>['orders']>;
}

function Orders({ orders }: OrdersProps) {
  if (orders.length === 0) return null;
  return (
    <>
      <h2>Orders</h2>
      <ul>
        {orders.map(({ id, decision, court, reference, confirmed }) => (
          <li key={id}>
            {court === 'none'
              ? 'Hides where the child is, without a court'
              : `${decision === 'REFUSE' ? 'Forbids' : 'Permits'}: ${isolated(court)}, ${isolated(reference)}`}{' '}
            <span className="badge">
              {confirmed ? 'confirmed' : `${decision === 'REFUSE' ? 'in force; ' : ''}waits for a second officer`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
