import type { SupergraphManager } from '@apollo/gateway';
import type { LaidOut } from '@trellis/catalogue';
import type { Logger } from 'pino';
import type { Prepare, Prepared } from '../execute/executor.ts';
import { SupergraphFile } from './supergraph-source.ts';
import type { SupergraphSource } from './supergraph-source.ts';

export interface SupergraphManagerOptions {
  readonly source: SupergraphSource;
  readonly prepare: Prepare;
  readonly logger: Logger;
  readonly onLoad?: (outcome: 'loaded' | 'refused') => void;
}

/** A supergraph to be served, and the network that it belongs to, where one is followed. */
interface Loadable {
  readonly sdl: string;
  readonly network?: LaidOut;
}

const refusedForMs = 1_000;
const mostWaits = 64;

/**
 * Brings supergraphs to `ApolloGateway`. Everything that a supergraph needs is built before `update()` is called, because from
 * there on the swap cannot be stopped: one that is refused is refused here, and the last good one stays.
 */
export class CheckedSupergraphs implements SupergraphManager {
  readonly #options: SupergraphManagerOptions;
  readonly #prepared = new Map<string, Prepared>();
  #swap: () => Promise<void> = () => Promise.resolve();
  #swapping: Promise<void> | undefined;
  #refused: { readonly at: number; readonly error: unknown } | undefined;

  constructor(options: SupergraphManagerOptions) {
    this.#options = options;
  }

  /** The functions that were built for this supergraph. */
  preparedFor(sdl: string): Prepared {
    const prepared = this.#prepared.get(sdl);
    if (prepared === undefined) throw new Error('A supergraph was loaded that was never prepared.');
    return prepared;
  }

  /**
   * Brings in what is new at the source, now; rejects where it is refused. One swap at a time: whoever comes during one waits for it. What was refused
   * a moment ago is not built again for everybody who asks.
   */
  catchUp(): Promise<void> {
    if (this.#refused !== undefined && Date.now() - this.#refused.at < refusedForMs)
      return Promise.reject(this.#refused.error as Error);
    return this.#swapNow();
  }

  #swapNow(): Promise<void> {
    this.#swapping ??= this.#swap()
      .catch((error: unknown) => {
        this.#refused = { at: Date.now(), error };
        throw error;
      })
      .finally(() => {
        this.#swapping = undefined;
      });
    return this.#swapping;
  }

  readonly initialize: SupergraphManager['initialize'] = async ({ update }) => {
    const { source, logger, onLoad } = this.#options;
    const next = openSource(source);
    let current = await next();
    if (current === undefined) throw new Error('The source of supergraphs has none.');
    await this.#prepare(current);
    if ('network' in source && current.network) source.network.accept(current.network);
    onLoad?.('loaded');
    if ('sdl' in source) return { supergraphSdl: source.sdl };

    this.#swap = async () => {
      const loadable = await next();
      if (loadable === undefined || loadable.sdl === current?.sdl) return;
      await this.#prepare(loadable);
      try {
        update(loadable.sdl);
      } catch (error) {
        this.#prepared.delete(loadable.sdl);
        throw error;
      }
      if (current) this.#prepared.delete(current.sdl);
      current = loadable;
      if ('network' in source && loadable.network) source.network.accept(loadable.network);
      onLoad?.('loaded');
      logger.info('supergraph swapped');
    };
    return { supergraphSdl: current.sdl, cleanup: this.#watch(source.pollMs) };
  };

  #watch(pollMs = 500): () => Promise<void> {
    const { source, logger, onLoad } = this.#options;
    let timer: NodeJS.Timeout;
    let stopped = false;
    // What a catalogue has stays refused until somebody does something: it is built again less and less often.
    let waits = 1;
    const watch = () => {
      timer = setTimeout(() => {
        void this.#swapNow()
          .then(() => {
            waits = 1;
          })
          .catch((error: unknown) => {
            if ('network' in source) waits = Math.min(waits * 2, mostWaits);
            onLoad?.('refused');
            logger.error(
              { refusal: error instanceof Error ? error.message : 'unknown' },
              'supergraph refused, the last one stays',
            );
          })
          .finally(() => {
            if (!stopped) watch();
          });
      }, pollMs * waits);
      timer.unref();
    };
    watch();
    return () => {
      stopped = true;
      clearTimeout(timer);
      return Promise.resolve();
    };
  }

  async #prepare({ sdl, network }: Loadable): Promise<void> {
    this.#prepared.set(sdl, await this.#options.prepare(sdl, network));
  }
}

/** Answers what is at the source, where it is another than before; undefined where nothing changed. */
function openSource(source: SupergraphSource): () => Promise<Loadable | undefined> {
  if ('sdl' in source) return () => Promise.resolve({ sdl: source.sdl });
  if ('file' in source) {
    const file = new SupergraphFile(source.file);
    return async () => {
      const sdl = await file.changed();
      return sdl === undefined ? undefined : { sdl };
    };
  }
  const { network } = source;
  let started = false;
  return async () => {
    const laid = await network.read();
    if (started && laid === network.current) return undefined;
    started = true;
    return { network: laid, sdl: marked(await network.supergraphOf(laid), laid.generation) };
  };
}

/** Words may change and the graph's text not: the number makes it another. */
function marked(sdl: string, generation: number): string {
  return generation === 0 ? sdl : `${sdl.trimEnd()}\n# publication ${String(generation)}\n`;
}
