import { codesOf, decide } from '@trellis/decision';
import { vocabulary } from '@trellis/vocabulary';
import { openLoaders } from '../../../subgraphs/register/loaders.ts';
import { childResolvers } from '../../../subgraphs/register/resolvers/child.ts';
import { effectResolvers } from '../../../subgraphs/register/resolvers/effect.ts';
import { disclosureResolvers } from '../../../subgraphs/register/resolvers/disclosure.ts';
import { queryResolvers } from '../../../subgraphs/register/resolvers/query.ts';
import { memberOf, type Member, type World, type Worlds } from './open-worlds.ts';

/** All that one member can read of register and ledger about a child, as text in which the two worlds' names are the same. */
export async function whatMemberReads(worlds: Worlds, world: World, member: Member): Promise<string> {
  const { register, ledger } = worlds;
  const requester = memberOf(world, member);
  const dependencies = { register, ledger, vocabulary, contacts: [] };
  const context = { requester, purpose: 'family-access', loaders: openLoaders(dependencies), disclosure: 'x' } as never;
  const ofChild = childResolvers(dependencies);
  const child = { id: world.child };
  const read: Record<string, unknown> = {};
  for (const field of ['consents', 'authorities', 'statements', 'orders', 'involvements', 'legalHolds'] as const)
    read[field] = await ofChild[field](child, {}, context);
  // What an own act does is told by nothing that others did in secret.
  const { effect } = effectResolvers(dependencies).Consent;
  const consents = (await ofChild.consents(child, {}, context)) ?? [];
  read['effects'] = await Promise.all(consents.map((consent) => effect(consent, {}, context)));
  read['otherIds'] = await ofChild.otherIds(child, {}, context);
  const pages: unknown[] = [];
  for (let after: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof ofChild.disclosures>> = await ofChild.disclosures(
      child,
      { first: 2, after },
      context,
    );
    if (page === null) break;
    for (const { node } of page.edges) {
      const { place, ...shown } = node;
      const proof = await disclosureResolvers.proof(node, {}, context);
      // Its place in the tree, and the path there, are of the whole network; what it shows of the entry is compared.
      const body = proof === null ? null : (JSON.parse(proof) as { body: string }).body;
      pages.push({ ...shown, body: body === null ? null : (JSON.parse(body) as object), proved: place >= 0 });
    }
    pages.push(page.pageInfo);
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  read['disclosures'] = pages;
  const ofAll = queryResolvers(dependencies);
  read['notices'] = await ofAll.notices({}, { first: 50 }, context);
  read['myChildren'] = await ofAll.myChildren({}, {}, context);
  const reading = await register.read([world.child]);
  const facts = reading.facts.get(world.child);
  if (facts === undefined) throw new Error('the child was not read');
  const question = { requester, purpose: 'family-access', now: reading.now };
  read['readable'] = codesOf(vocabulary, decide(reading.rules, reading.network, facts, question).yes.SUMMARY);
  return sameNames(JSON.stringify(read, undefined, 1), world);
}

/** Ids that are drawn at random, or made of the child's, by the order in which they occur. */
function sameNames(text: string, { child }: World): string {
  const names = new Map<string, string>();
  const drawn =
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|answer-\d+|"(?:id|cursor|endCursor|child)": "[A-Za-z0-9_\-+/=]{22,}"/g;
  return text.replaceAll(child, 'CHILD').replaceAll(drawn, (each) => {
    const known = names.get(each) ?? `NAME-${String(names.size)}`;
    names.set(each, known);
    return known;
  });
}
