import type { HistoryNetwork } from './open-history-network.ts';
import type { RedisFaults } from './open-redis-faults.ts';
import type { SpawnedGateway } from './spawn-gateway.ts';
import type { Without } from './gateway-process.ts';

/** The gateways that clients choose from; undefined while one is down. */
export type Slots = (SpawnedGateway | undefined)[];
export type Fault = () => Promise<void>;

const fiveMinutes = 300_000;

/** What goes wrong while a history runs. Redis is only among it where there is one. */
export function faultsOf(
  network: HistoryNetwork,
  slots: Slots,
  redis: RedisFaults | undefined,
  without: Without,
): { readonly faults: Readonly<Record<string, Fault>>; settle(): Promise<void> } {
  const starting: Promise<void>[] = [];

  const shift = (milliseconds: number): Promise<void> => {
    slots[Math.floor(Math.random() * slots.length)]?.shift(milliseconds);
    return Promise.resolve();
  };
  const faults: Record<string, Fault> = {
    async 'a gateway is killed'() {
      const at = Math.floor(Math.random() * slots.length);
      const killed = slots[at];
      if (killed === undefined) return;
      slots[at] = undefined;
      await killed.kill();
      starting.push(network.gateway(without).then((gateway) => void (slots[at] = gateway)));
    },
    'a connection is cut': () => network.cut(1),
    'every connection is cut': () => network.cut(1_000),
    'a clock is five minutes ahead': () => shift(fiveMinutes),
    'a clock is five minutes behind': () => shift(-fiveMinutes),
  };
  if (redis !== undefined) {
    const prefix = `${network.databaseName}:`;
    faults['Redis is stopped'] = async () => {
      redis.stop();
      await new Promise((resolve) => setTimeout(resolve, 500));
      redis.start();
    };
    faults['Redis is emptied'] = () => redis.empty(prefix);
    faults['Redis falls back to a stale copy'] = async () => {
      await redis.goBack();
      await redis.remember(prefix);
    };
  }
  return {
    faults,
    async settle() {
      await Promise.all(starting);
    },
  };
}
