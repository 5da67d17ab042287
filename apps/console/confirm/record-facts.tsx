import type { ReactNode } from 'react';
import { dayOf } from '../../shared/days.ts';
import { capital, sentenceCase, words, type Words } from '../../shared/words.ts';
import type { ConfirmationsQuery, ToConfirmQuery, WaitingActFragment } from '../../generated/graph.ts';
import { ChildIs } from '../child-is.tsx';
import { holderIs } from '../holder-is.ts';
import type { useWhoIs } from '../who-is.ts';
import { isolated } from '../../shared/isolated.ts';
import { OwnWords } from '../../shared/own-words.tsx';

export type Fact = readonly [title: string, text: ReactNode];

interface Titles extends Pick<Words, 'agency' | 'category'> {
  readonly whoIs: ReturnType<typeof useWhoIs>;
}

type Child = NonNullable<ToConfirmQuery['child']>;
type One<List> = NonNullable<List> extends readonly (infer Each)[] ? Each : never;

/** The content of a protocol, in words. */
export function protocolFacts(
  protocol: ConfirmationsQuery['approvals'][number],
  { agency, category, whoIs }: Titles,
): readonly Fact[] {
  return [
    ['From', agency(protocol.custodian)],
    ['To', whoIs(protocol.recipient)],
    ['What', list(protocol.categories.map(category))],
    ['For', protocol.purposes.map(capital).join(', ')],
    ['Under', <OwnWords key="under">{protocol.rationale}</OwnWords>],
    ['Review by', dayOf(protocol.reviewOn) ?? ''],
  ];
}

/** The content of a child's record that somebody wants confirmed; nothing where it is not shown. */
export function recordFacts({ kind, record }: WaitingActFragment, child: Child, titles: Titles): readonly Fact[] {
  const its = <Each extends { readonly id: string }>(all: readonly Each[] | null): Each | undefined =>
    all?.find(({ id }) => id === record);
  const [authority, order, consent] = [its(child.authorities), its(child.orders), its(child.consents)];
  const [linkage, erasure] = [its(child.linkages), its(child.erasures)];
  if (kind === 'AUTHORITY' && authority !== undefined) return authorityFacts(authority, titles);
  if (kind === 'ORDER' && order !== undefined) return orderFacts(order, titles);
  if (kind === 'CONSENT' && consent !== undefined) return consentFacts(consent, child, titles);
  if (kind === 'LINKAGE' && linkage !== undefined)
    return [['The other child', <ChildIs key="other" id={linkage.other} />], against(linkage.against)];
  if (kind === 'ERASURE' && erasure !== undefined) return [against(erasure.against)];
  return [];
}

function authorityFacts(authority: One<Child['authorities']>, { agency }: Titles): readonly Fact[] {
  const { holder, kind, domains, from, to, pending } = authority;
  return [
    ['Who', `User ${isolated(holder)}`],
    ['As', capital(kind)],
    ['About', domains === null ? 'Everything' : domains.map(agency).join(', ')],
    ['From', dayOf(from) ?? ''],
    ['Until', dayOf(pending?.on ?? to) ?? 'no end'],
  ];
}

function orderFacts(order: One<Child['orders']>, { category, whoIs }: Titles): readonly Fact[] {
  return [
    ['It', order.decision === 'PERMIT' ? 'permits' : 'forbids'],
    ['Court', `${isolated(order.court)}, ${isolated(order.reference)}`],
    ['About', list(order.categories.map(category))],
    ['For', list(order.recipients.map(whoIs))],
    ['From', dayOf(order.from) ?? ''],
    ['Until', dayOf(order.to) ?? 'no end'],
  ];
}

function consentFacts(
  consent: One<Child['consents']>,
  { authorities }: Child,
  { category, whoIs }: Titles,
): readonly Fact[] {
  const by = authorities?.find(({ id }) => id === consent.by);
  return [
    ['Who decided', by === undefined ? 'Somebody whom you may not see.' : sentenceCase(holderIs(by))],
    ['They', consent.decision === 'PERMIT' ? 'permit' : 'refuse'],
    ['What', list(consent.categories.map(category))],
    ['With whom', list(consent.recipients.map(whoIs))],
    ['For', consent.purposes.map(words).join(', ')],
    ['Evidence named', <OwnWords key="evidence">{consent.evidence ?? 'none'}</OwnWords>],
  ];
}

function against(texts: readonly string[]): Fact {
  return ['What speaks against it', texts.length === 0 ? 'Nothing that the register knows of.' : list(texts)];
}

function list(texts: readonly string[]): ReactNode {
  return (
    <ul className="plain-list">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
