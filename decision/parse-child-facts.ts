import { isReadable, type Scope } from './asked.ts';
import type { CompiledRules } from './compile-rules.ts';
import type { ChildFacts, ConsentException, Recipient } from './facts.ts';
import { childFactsShape } from './facts-shape.ts';
import { knowsRecipient } from './known.ts';
import { isPeriod } from './period.ts';
import { walkInput, type InputProblem } from './walk-input.ts';

/** Facts that were refused: every place that does not fit, and why. */
export class FactsProblems extends Error {
  override readonly name = 'FactsProblems';
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(['the facts were refused', ...problems.map(({ path, message }) => `${path}: ${message}`)].join('\n'));
    this.problems = problems;
  }
}

type Words = Pick<CompiledRules, 'vocabulary' | 'domains' | 'authorityKinds' | 'involvementBit'>;
type Report = (path: string, message: string) => void;
const listed = [
  ...(['consents', 'authorities', 'orders', 'involvements', 'approvals', 'emergencies'] as const),
  ...(['relations', 'harmRefusals'] as const),
];

/**
 * Reads a child's facts from outside. Throws FactsProblems: unknown codes, reversed periods, an authority that is not there, what is
 * too large, too deep or contains itself. (`decide` is safe on facts that were never read this way; this says what is wrong with them.)
 */
export function parseChildFacts(input: unknown, words: Words): ChildFacts {
  const hostile = walkInput(input);
  if (hostile) throw new FactsProblems([hostile]);
  const read = childFactsShape.safeParse(input);
  if (!read.success) {
    throw new FactsProblems(
      read.error.issues.slice(0, 200).map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
    );
  }
  const facts = read.data as ChildFacts;
  const problems: InputProblem[] = [];
  findFaults(facts, words, (path, message) => problems.push({ path, message }));
  if (problems.length > 0) throw new FactsProblems(problems.slice(0, 200));
  return facts;
}

function findFaults(facts: ChildFacts, words: Words, report: Report): void {
  const authorities = new Set(facts.authorities.map(({ id }) => id));
  for (const kind of listed) {
    const seen = new Set<string>();
    (facts[kind] ?? []).forEach(({ id }, index) => {
      if (seen.has(id)) report(`${kind}.${index}.id`, 'this id is taken');
      seen.add(id);
    });
  }
  facts.consents.forEach((consent, index) => {
    const path = `consents.${index}`;
    scopeFaults(consent, path, words, report);
    consent.except.forEach((each, place) => exceptionFaults(each, `${path}.except.${place}`, words, report));
    if (!authorities.has(consent.by)) report(`${path}.by`, `there is no authority \`${consent.by}\``);
    if (!isPeriod(consent)) report(`${path}.to`, 'the period is reversed');
    const { recordsFrom, recordsTo } = consent;
    if (recordsFrom !== null && recordsTo !== null && recordsFrom >= recordsTo) {
      report(`${path}.recordsTo`, 'the period is reversed');
    }
  });
  facts.authorities.forEach((authority, index) => {
    const path = `authorities.${index}`;
    if (!words.authorityKinds.has(authority.kind)) report(`${path}.kind`, `unknown kind \`${authority.kind}\``);
    authority.domains?.forEach((domain, place) => {
      if (!words.domains.has(domain)) report(`${path}.domains.${place}`, `unknown domain \`${domain}\``);
    });
    authority.jointWith.forEach((id, place) => {
      if (!authorities.has(id)) report(`${path}.jointWith.${place}`, `there is no authority \`${id}\``);
    });
    if (authority.to !== null && authority.from >= authority.to) report(`${path}.to`, 'the period is reversed');
  });
  facts.orders.forEach((order, index) => {
    scopeFaults({ ...order, purposes: order.purposes ?? undefined }, `orders.${index}`, words, report);
    if (!isPeriod(order)) report(`orders.${index}.to`, 'the period is reversed');
  });
  facts.involvements.forEach((each, index) => {
    const path = `involvements.${index}`;
    if (!words.involvementBit.has(each.kind)) report(`${path}.kind`, `unknown kind \`${each.kind}\``);
    if (!words.vocabulary.agencies.includes(each.agency)) report(`${path}.agency`, `unknown agency \`${each.agency}\``);
    if (!isPeriod(each)) report(`${path}.to`, 'the period is reversed');
  });
  facts.approvals.forEach(({ custodian, recipient, purpose, categories, state, until }, index) => {
    const path = `approvals.${index}`;
    if (!words.vocabulary.agencies.includes(custodian)) report(`${path}.custodian`, `unknown agency \`${custodian}\``);
    scopeFaults({ recipients: [recipient], purposes: [purpose], categories }, path, words, report);
    if (state === 'APPROVED' && until === null) report(`${path}.until`, 'an approval ends');
    if (recipient.user === undefined) report(`${path}.recipient.user`, 'an approval is for one user');
  });
  facts.emergencies.forEach(({ openedAt, until }, index) => {
    if (openedAt >= until) report(`emergencies.${index}.until`, 'the period is reversed');
  });
  facts.relations?.forEach((each, index) => {
    if (!isPeriod(each)) report(`relations.${index}.to`, 'the period is reversed');
  });
  facts.harmRefusals?.forEach((each, index) => {
    const path = `harmRefusals.${index}`;
    const { custodian, recipient, categories } = each;
    if (!words.vocabulary.agencies.includes(custodian)) report(`${path}.custodian`, `unknown agency \`${custodian}\``);
    scopeFaults({ recipients: [recipient], categories }, path, words, report);
    if (!isPeriod(each)) report(`${path}.to`, 'the period is reversed');
  });
}

function exceptionFaults(exception: ConsentException, path: string, words: Words, report: Report): void {
  scopeFaults(exception, path, words, report);
  exception.except?.forEach((each, index) => exceptionFaults(each, `${path}.except.${index}`, words, report));
}

function scopeFaults(
  { recipients = [], purposes = [], categories = [] }: Scope,
  path: string,
  words: Words,
  report: Report,
): void {
  const known = (scope: Scope) => isReadable(scope, words);
  recipients.forEach((each: Recipient, index) => {
    if (!knowsRecipient(each, words.vocabulary)) {
      report(
        `${path}.recipients.${index}`,
        `unknown recipient \`${[each.agency, each.role].filter(Boolean).join(':')}\``,
      );
    }
  });
  purposes.forEach((each, index) => {
    if (!known({ purposes: [each] })) report(`${path}.purposes.${index}`, `unknown purpose \`${each}\``);
  });
  categories.forEach((each, index) => {
    if (!known({ categories: [each] })) report(`${path}.categories.${index}`, `unknown category \`${each}\``);
  });
}
