import { askGateway } from './ask-gateway.ts';
import { faultsOf, type Slots } from './faults.ts';
import type { Without } from './gateway-process.ts';
import { judge, type Change, type Read } from './judge.ts';
import { openWriter } from './open-writer.ts';
import type { HistoryNetwork } from './open-history-network.ts';
import type { RedisFaults } from './open-redis-faults.ts';

export interface HistoryOptions {
  readonly operations: number;
  readonly without?: Without;
  readonly redis?: RedisFaults | undefined;
  /** How often something goes wrong; never, unless given. */
  readonly faultEvery?: number;
}

/** What came of a history. */
export interface History {
  readonly operations: number;
  /** Disclosures that no register could have permitted. */
  readonly wrong: readonly Read[];
  readonly disclosed: number;
  readonly withheld: number;
  /** Requests that got no answer, or an error. */
  readonly failed: number;
  readonly revoked: number;
  /** How often each thing went wrong. */
  readonly faults: Readonly<Record<string, number>>;
}

const clients = 16;
/** Children in play at once: few, so that reads and changes of one child meet. */
const inPlay = 5;
const query = 'query ($id: NetworkId!) { child(id: $id) { version } }';
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;

/** Three gateways, sixteen clients, at random: grants, withdrawals, refusals, orders, suspensions, reads. Ends early once one read was wrong. */
export async function runHistory(network: HistoryNetwork, options: HistoryOptions): Promise<History> {
  const { operations, without = 'nothing', redis, faultEvery = Infinity } = options;
  const teacher = await network.headers(
    { agency: 'education', role: 'teacher', user: 'teacher', kind: 'worker' },
    'education-support',
  );
  const slots: Slots = await Promise.all([1, 2, 3].map(() => network.gateway(without)));
  const { faults, settle } = faultsOf(network, slots, redis, without);
  const happened: Record<string, number> = {};
  const changes: Change[] = [];
  const reads: Read[] = [];
  const written = new Map<string, number[]>();
  let failed = 0;
  let done = 0;
  let wrong: readonly Read[] = [];

  const write = await openWriter(network, {
    changes,
    // What follows a revocation: new data, which nothing from before it may disclose.
    onRevoked(child) {
      const value = (network.values.get(child) ?? 0) + 1;
      const times = written.get(child) ?? [];
      times[value] = performance.now();
      written.set(child, times);
      network.values.set(child, value);
    },
  });
  const unused = [...network.children].reverse();
  const playing = Array.from({ length: inPlay }, () => unused.pop() ?? '');
  const busy = new Set<string>();

  const liveUrl = (): string | undefined => pick(slots.filter((slot) => slot !== undefined))?.url;
  const read = async (url: string): Promise<void> => {
    const child = pick(playing);
    const began = performance.now();
    const told = await askGateway(url, teacher, query, { id: child });
    const ended = performance.now();
    if (told?.data === undefined || told.data === null || told.errors !== undefined) return void failed++;
    const { version: value } = told.data['child'] as { version: number | null };
    reads.push({ child, began, ended, value, writtenAt: value === null ? 0 : (written.get(child)?.[value] ?? 0) });
  };
  // A change waits for a child that is not being changed, and reads meanwhile: where writing is slow, a history has as many changes all the same.
  const change = async (url: string): Promise<void> => {
    let at = playing.findIndex((each) => !busy.has(each));
    for (; at === -1; at = playing.findIndex((each) => !busy.has(each))) await read(liveUrl() ?? url);
    const child = playing[at] ?? '';
    // Whoever was not busy goes to the end, so that each has its turn.
    playing.push(...playing.splice(at, 1));
    busy.add(child);
    const isOver = await write(url, child);
    busy.delete(child);
    if (isOver) playing[playing.indexOf(child)] = unused.pop() ?? child;
  };
  const client = async (): Promise<void> => {
    while (done < operations && wrong.length === 0) {
      const operation = ++done;
      const url = liveUrl();
      if (url === undefined) await new Promise((resolve) => setTimeout(resolve, 100));
      else if (Math.random() < 0.35) await change(url);
      else await read(url);
      if (operation % 50 === 0) wrong = judge(changes, reads);
      if (operation % faultEvery === 0) {
        const name = Object.keys(faults)[Math.floor(operation / faultEvery) % Object.keys(faults).length] ?? '';
        await faults[name]?.();
        happened[name] = (happened[name] ?? 0) + 1;
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  await settle();
  for (const slot of slots) await slot?.kill();
  return {
    operations: done,
    wrong: judge(changes, reads),
    disclosed: reads.filter(({ value }) => value !== null).length,
    withheld: reads.filter(({ value }) => value === null).length,
    failed,
    revoked: changes.filter(({ allows, acknowledged }) => !allows && acknowledged < Infinity).length,
    faults: happened,
  };
}
