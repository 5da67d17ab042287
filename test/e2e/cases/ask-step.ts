import type { Kind, Requester } from '@trellis/vocabulary';
import type { Step } from '../../cases/read-cases.ts';
import { fieldOf, type CategoryField } from '../network/category-fields.ts';
import { namedIn } from '../network/graph-labels.ts';
import { done } from '../network/mutations.ts';
import { officer } from '../network/people.ts';
import { oneAt, readAt } from '../network/read-at.ts';
import type { Answer, ObservedNetwork } from '../network/start-observed-network.ts';
import { giveRecord, sensitiveCondition, type GivenCase } from './given-case.ts';

export type Asking = Extract<Step, { ask: unknown }>;
type Change = Extract<Step, { do: unknown }>['do'];

/** What the graph tells of a step, in the shape of what the step expects. */
export interface Told {
  readonly levels: Readonly<Record<string, string>>;
  readonly grounds: Readonly<Record<string, readonly string[]>>;
  readonly routes: Readonly<Record<string, readonly string[]>>;
  readonly obligations: Readonly<Record<string, readonly string[]>>;
  readonly shown: boolean | undefined;
  readonly stillListed: readonly string[];
  /** The reference of the answer on the ledger. */
  readonly disclosure: string;
  /** Categories whose field lies behind one that was withheld: permitted or not, nothing of them is disclosed. */
  readonly outOfReach: ReadonlySet<string>;
  /** Coordinates that were withheld and yet asked of an agency. */
  readonly leaked: readonly string[];
}

/** Whether only a record can be of this category, so that no field of a child tells of it. */
export const isOfRecords = (category: string): boolean => fieldOf(category, 'FULL') === undefined;
const isSensitivity = (category: string): boolean => category.startsWith('sensitivity.');

const asks = ({ ask }: Asking): { requester: Requester; purpose: string } => ({
  requester: { agency: ask.agency, role: ask.role, user: ask.user, kind: ask.kind as Kind },
  purpose: ask.purpose,
});

/** Every category that a step says anything of. */
export function spokenOf({ then }: Asking): readonly string[] {
  return [...new Set([...then.permitted, ...then.summaryOnly, ...then.withheld, ...then.filters])];
}

const recordLists = 'incidents { id } education { discipline { id } }';

/** Asks the graph for a field of every category that the step speaks of, for the record it gives, and for what the ledger has of it. */
export async function askStep(network: ObservedNetwork, given: GivenCase, step: Asking): Promise<Told> {
  const { of, record, then } = step;
  const child = given.children.get(of) ?? [...given.children.values()][0] ?? '';
  const recordId = record && (await giveRecord(network, given, record));
  const categories = spokenOf(step);
  const selections = categories.flatMap((code) =>
    (['FULL', 'SUMMARY'] as const).flatMap((level) => fieldOf(code, level)?.selection ?? []),
  );
  if (categories.some(isSensitivity)) selections.push('mentalHealth { conditions { id } }');
  if (recordId !== undefined) selections.push(recordLists);
  network.recorded.length = 0;
  const answer = await network.ask({
    ...asks(step),
    query: `query($id: NetworkId!) { child(id: $id) { id ${selections.join(' ')} } }`,
    variables: { id: child },
  });
  if (answer.status !== 200 || answer.errors.length > 0) throw new Error(answer.text);
  const asked = new Set(network.recorded.flatMap(({ query }) => [...namedIn(query)]));
  const entries = await entriesOf(network, child);
  const own = entries.filter((entry) => oneAt(entry, 'reference') === answer.trellis.disclosure);

  return {
    levels: Object.fromEntries(categories.map((code) => [code, levelOf(answer, code, child)])),
    grounds: each(Object.keys(then.grounds), (code) =>
      readAt(own, 'grounds')
        .filter((ground) => oneAt(ground, 'category') === code)
        .map((ground) => `${String(oneAt(ground, 'kind'))} ${String(oneAt(ground, 'id'))}`),
    ),
    routes: each(Object.keys(then.routes), (code) => routesOf(answer, code)),
    obligations: each(Object.keys(then.obligations), (code) =>
      answer.trellis.obligations.filter((each) => each.categories.includes(code)).map((each) => each.code),
    ),
    shown: recordId === undefined ? undefined : idsIn(answer).includes(recordId),
    disclosure: answer.trellis.disclosure,
    stillListed: then.stillListed.filter((code) => readAt(entries, 'categories').includes(code)),
    outOfReach: new Set([...categories, ...then.stillListed].filter((code) => isOutOfReach(answer, code))),
    leaked: answer.trellis.withheld.map(({ coordinate }) => coordinate).filter((coordinate) => asked.has(coordinate)),
  };
}

/** Changes what was decided, through the graph, by who is entitled. */
export async function change(
  network: ObservedNetwork,
  { children, given, idOf }: GivenCase,
  what: Change,
): Promise<void> {
  const [[name, child] = []] = [...children];
  const facts = given.get(name ?? '');
  const holderOf = (by: string): Requester => {
    const authority = facts?.authorities?.find(({ id }) => id === by);
    if (authority === undefined) throw new Error(`nobody is ${by}`);
    const role = authority.kind === 'child' ? 'child' : 'parent';
    return { agency: 'family', role, user: authority.holder, kind: 'family' };
  };
  if ('withdrawConsent' in what) {
    const consent = facts?.consents?.find(({ id }) => id === what.withdrawConsent);
    await done(network, holderOf(consent?.by ?? ''), 'withdrawConsent', { id: idOf(what.withdrawConsent) });
  } else if ('recordConsent' in what) {
    const { by, decision, recipients, purposes, categories, level } = what.recordConsent;
    const input = { child, by: idOf(by), decision, recipients, purposes, categories, level };
    await done(network, holderOf(by), 'recordConsent', { input });
  } else {
    const approval = facts?.approvals?.find(({ id }) => id === what.approve);
    const approver = officer(approval?.custodian ?? '', 'approver');
    const until = new Date(network.data.clock.now() + 30 * 86_400_000).toISOString();
    const terms = { id: idOf(what.approve), until, rationale: 'As the case says' };
    await done(network, approver, 'approveDisclosure', terms);
  }
}

function levelOf({ data, trellis }: Answer, category: string, child: string): string {
  if (isSensitivity(category)) {
    const ids = readAt(data, 'child.mentalHealth.conditions.id');
    return ids.includes(sensitiveCondition(child, category)) ? 'FULL' : 'withheld';
  }
  const isWithheld = (level: 'FULL' | 'SUMMARY'): boolean => {
    const field = fieldOf(category, level);
    return field === undefined || saidOf(trellis.withheld, field) !== undefined;
  };
  if (!isWithheld('FULL')) return 'FULL';
  return isWithheld('SUMMARY') ? 'withheld' : 'SUMMARY';
}

function isOutOfReach({ trellis }: Answer, category: string): boolean {
  const withheld = new Set(trellis.withheld.map(({ coordinate }) => coordinate));
  return fieldOf(category, 'FULL')?.above.some((coordinate) => withheld.has(coordinate)) === true;
}

function routesOf({ trellis }: Answer, category: string): readonly string[] {
  const field = fieldOf(category, 'FULL');
  return (field && saidOf(trellis.withheld, field)?.routes) ?? [];
}

/** What is said of a field that was withheld: of itself, or of what is above it. */
function saidOf(withheld: Answer['trellis']['withheld'], { coordinate, above }: CategoryField) {
  return [coordinate, ...above].flatMap((each) => withheld.find((one) => one.coordinate === each) ?? [])[0];
}

function idsIn({ data }: Answer): readonly unknown[] {
  return [...readAt(data, 'child.incidents.id'), ...readAt(data, 'child.education.discipline.id')];
}

/** What a member of the family finds of one answer on the list of who looked, of the categories that the step speaks of. */
export async function listedTo(
  network: ObservedNetwork,
  { children }: GivenCase,
  step: Asking,
  { user, role }: { readonly user: string; readonly role: string },
  disclosure: string,
): Promise<readonly unknown[]> {
  const { data } = await network.ask({
    requester: { agency: 'family', role, user, kind: 'family' },
    purpose: 'family-access',
    query: `query($id: NetworkId!) { child(id: $id) { disclosures { edges { node { reference categories } } } } }`,
    variables: { id: children.get(step.of) ?? [...children.values()][0] },
  });
  const nodes = readAt(data, 'child.disclosures.edges.node');
  return nodes
    .filter((node) => oneAt(node, 'reference') === disclosure)
    .flatMap((node) => readAt(node, 'categories'))
    .filter((code) => spokenOf(step).some((each) => each === code))
    .sort();
}

/** Everything that the ledger tells the network's officer of a child. */
async function entriesOf(network: ObservedNetwork, child: string): Promise<readonly unknown[]> {
  const { data } = await network.ask({
    requester: officer('network'),
    purpose: 'privacy-administration',
    query: `query($id: NetworkId!) { child(id: $id) { disclosures { edges { node { id reference categories grounds { category kind id } } } } } }`,
    variables: { id: child },
  });
  return readAt(data, 'child.disclosures.edges.node');
}

function each<Value>(codes: readonly string[], read: (code: string) => Value): Record<string, Value> {
  return Object.fromEntries(codes.map((code) => [code, read(code)]));
}
