import { askGateway, type Told } from './ask-gateway.ts';
import type { Change } from './judge.ts';
import type { HistoryNetwork } from './open-history-network.ts';

type Input = Readonly<Record<string, unknown>>;
type Write = (url: string, child: string) => Promise<boolean>;

const giveConsent = 'mutation ($input: ConsentInput!) { recordConsent(input: $input) { id } }';
const withdraw = 'mutation ($id: ID!) { withdrawConsent(id: $id) { id } }';
const recordOrder = 'mutation ($input: OrderInput!) { recordOrder(input: $input) { id } }';
const confirmOrder = 'mutation ($id: ID!) { confirmOrder(id: $id) { id } }';
const suspend = 'mutation ($id: ID!) { suspendAuthority(id: $id, reason: "under investigation") { id } }';

/** What stands about one child: its permit, and its refusal. */
interface Standing {
  permit?: string | undefined;
  refusal?: string | undefined;
}

/**
 * Changes one child's register through a gateway, at random: one change at a time for one child. Tells whether the child's part is over: it
 * can never be permitted again, or an answer never came and nobody knows what holds.
 */
export async function openWriter(
  network: HistoryNetwork,
  { changes, onRevoked }: { readonly changes: Change[]; onRevoked(child: string): void },
): Promise<Write> {
  const officer = (agency: string, user: string) =>
    network.headers({ agency, role: 'privacy-officer', user, kind: 'officer' }, 'privacy-administration');
  const mother = await network.headers(
    { agency: 'family', role: 'parent', user: 'mother', kind: 'family' },
    'family-access',
  );
  const [first, second] = [await officer('mental-health', 'officer-1'), await officer('mental-health', 'officer-2')];
  const standing = new Map<string, Standing>();

  /** One change: undefined where it was not acknowledged. */
  const make = async (
    child: string,
    allows: boolean,
    ask: () => Promise<Told | undefined>,
  ): Promise<string | undefined> => {
    const began = performance.now();
    const at = changes.push({ child, began, acknowledged: Infinity, allows }) - 1;
    const id = idIn(await ask());
    if (id === undefined) return undefined;
    changes[at] = { child, began, acknowledged: performance.now(), allows };
    if (!allows) onRevoked(child);
    return id;
  };
  const consent = (child: string, decision: string): Input => ({
    child,
    decision,
    by: `authority-${child}`,
    recipients: [{ agency: 'education' }],
    purposes: ['education-support'],
    categories: ['mental-health'],
  });
  const order = (child: string): Input => ({
    child,
    decision: 'REFUSE',
    recipients: [{ agency: 'education' }],
    categories: ['mental-health'],
    from: '2026-01-01T00:00:00Z',
    court: 'Ontario Court of Justice',
    reference: '1/26',
  });

  return async (url, child) => {
    const now = standing.get(child) ?? {};
    standing.set(child, now);
    const chance = Math.random();
    if (now.permit === undefined) {
      now.permit = await make(child, true, () =>
        askGateway(url, mother, giveConsent, { input: consent(child, 'PERMIT') }),
      );
      return now.permit === undefined;
    }
    if (now.refusal !== undefined) {
      const { refusal } = now;
      now.refusal = undefined;
      return (await make(child, true, () => askGateway(url, mother, withdraw, { id: refusal }))) === undefined;
    }
    if (chance < 0.6) {
      const { permit } = now;
      now.permit = undefined;
      return (await make(child, false, () => askGateway(url, mother, withdraw, { id: permit }))) === undefined;
    }
    if (chance < 0.85) {
      now.refusal = await make(child, false, () =>
        askGateway(url, mother, giveConsent, { input: consent(child, 'REFUSE') }),
      );
      return now.refusal === undefined;
    }
    await make(child, false, async () => {
      if (chance < 0.9) return askGateway(url, first, suspend, { id: `authority-${child}` });
      const id = idIn(await askGateway(url, first, recordOrder, { input: order(child) }));
      return id === undefined ? undefined : askGateway(url, second, confirmOrder, { id });
    });
    return true;
  };
}

function idIn(told: Told | undefined): string | undefined {
  if (told?.data === undefined || told.data === null || told.errors !== undefined) return undefined;
  const [changed] = Object.values(told.data) as ({ readonly id?: string } | null)[];
  return changed?.id;
}
