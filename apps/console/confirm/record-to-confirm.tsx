import type { ReactNode } from 'react';
import { Answered } from '../../shared/answered.tsx';
import { dayOf } from '../../shared/days.ts';
import { useAnswer } from '../../shared/use-answer.ts';
import { capital, useWords, words } from '../../shared/words.ts';
import {
  ToConfirmDocument,
  type ConfirmationsQuery,
  type ToConfirmQuery,
  type WaitingActFragment,
} from '../../generated/graph.ts';
import { ChildIs } from '../child-is.tsx';
import { useWhoIs } from '../who-is.ts';

type Fact = readonly [title: string, text: ReactNode];
type Child = NonNullable<ToConfirmQuery['child']>;

interface Props {
  readonly act: WaitingActFragment;
  readonly protocols: ConfirmationsQuery['approvals'];
}

/** Exactly what would be confirmed, as the register has it. */
export function RecordToConfirm({ act, protocols }: Props) {
  const { answer } = useAnswer(ToConfirmDocument, act.child === null ? null : { child: act.child.id });
  const factsOf = useFacts();
  if (act.kind === 'RULES') return null;
  if (act.child === null) {
    const protocol = protocols.find(({ id }) => id === act.record);
    return protocol === undefined ? null : <Facts facts={factsOf.protocol(protocol)} />;
  }
  return (
    <Answered answer={answer} looking="Looking up the record …">
      {({ child }) => <Facts facts={child === null ? [] : factsOf.record(act, child)} />}
    </Answered>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  if (facts.length === 0)
    return <p className="note warn">The record itself is not yours to read. Ask who asked for it.</p>;
  return (
    <dl className="facts panel" aria-label="What would be confirmed">
      {facts.map(([title, text]) => (
        <div key={title} className="fact">
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function useFacts() {
  const { agency, category } = useWords();
  const whoIs = useWhoIs();
  const list = (texts: readonly string[]): ReactNode => (
    <ul className="plain-list">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
  const against = (texts: readonly string[]): Fact => [
    'What speaks against it',
    texts.length === 0 ? 'Nothing that the register knows of.' : list(texts),
  ];
  const covered = (each: Child['orders'] extends readonly (infer Order)[] | null ? Order : never): readonly Fact[] => [
    ['About', list(each.categories.map(category))],
    ['For', list(each.recipients.map(whoIs))],
    ['From', dayOf(each.from) ?? ''],
    ['Until', dayOf(each.to) ?? 'no end'],
  ];
  return {
    protocol: (each: ConfirmationsQuery['approvals'][number]): readonly Fact[] => [
      ['From', agency(each.custodian)],
      ['To', whoIs(each.recipient)],
      ['What', list(each.categories.map(category))],
      ['For', each.purposes.map(capital).join(', ')],
      ['Under', each.rationale ?? ''],
      ['Review by', dayOf(each.reviewOn) ?? ''],
    ],
    record: ({ kind, record }: WaitingActFragment, child: Child): readonly Fact[] => {
      const its = <Each extends { readonly id: string }>(all: readonly Each[] | null): Each | undefined =>
        all?.find(({ id }) => id === record);
      const [authority, order, consent] = [its(child.authorities), its(child.orders), its(child.consents)];
      const [linkage, erasure] = [its(child.linkages), its(child.erasures)];
      if (kind === 'AUTHORITY' && authority !== undefined)
        return [
          ['Who', authority.holder],
          ['As', capital(authority.kind)],
          ['About', authority.domains === null ? 'Everything' : authority.domains.map(agency).join(', ')],
          ['From', dayOf(authority.from) ?? ''],
          ['Until', dayOf(authority.pending?.on ?? authority.to) ?? 'no end'],
        ];
      if (kind === 'ORDER' && order !== undefined)
        return [
          ['It', order.decision === 'PERMIT' ? 'permits' : 'forbids'],
          ['Court', `${order.court}, ${order.reference}`],
          ...covered(order),
        ];
      if (kind === 'CONSENT' && consent !== undefined)
        return [
          ['Who decided', child.authorities?.find(({ id }) => id === consent.by)?.holder ?? consent.by],
          ['They', consent.decision === 'PERMIT' ? 'permit' : 'refuse'],
          ['What', list(consent.categories.map(category))],
          ['With whom', list(consent.recipients.map(whoIs))],
          ['For', consent.purposes.map(words).join(', ')],
          ['Evidence named', consent.evidence ?? 'none'],
        ];
      if (kind === 'LINKAGE' && linkage !== undefined)
        return [['The other child', <ChildIs key="other" id={linkage.other} />], against(linkage.against)];
      if (kind === 'ERASURE' && erasure !== undefined) return [against(erasure.against)];
      return [];
    },
  };
}
