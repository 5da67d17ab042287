import type { SupergraphManager } from '@apollo/gateway';
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

/**
 * Brings supergraphs to `ApolloGateway`. Everything that a supergraph needs is built before `update()` is called, because from
 * there on the swap cannot be stopped: one that is refused is refused here, and the last good one stays.
 */
export class CheckedSupergraphs implements SupergraphManager {
  readonly #options: SupergraphManagerOptions;
  readonly #prepared = new Map<string, Prepared>();

  constructor(options: SupergraphManagerOptions) {
    this.#options = options;
  }

  /** What was built for this supergraph. */
  preparedFor(sdl: string): Prepared {
    const prepared = this.#prepared.get(sdl);
    if (prepared === undefined) throw new Error('A supergraph was loaded that was never prepared.');
    return prepared;
  }

  readonly initialize: SupergraphManager['initialize'] = async ({ update }) => {
    const { source, logger, onLoad } = this.#options;
    if ('sdl' in source) {
      await this.#prepare(source.sdl);
      onLoad?.('loaded');
      return { supergraphSdl: source.sdl };
    }
    const file = new SupergraphFile(source.file);
    const first = await file.changed();
    if (first === undefined) throw new Error(`The supergraph ${source.file} is empty.`);
    await this.#prepare(first);
    onLoad?.('loaded');

    let current = first;
    const swap = async () => {
      const sdl = await file.changed();
      if (sdl === undefined || sdl === current) return;
      await this.#prepare(sdl);
      try {
        update(sdl);
      } catch (error) {
        this.#prepared.delete(sdl);
        throw error;
      }
      this.#prepared.delete(current);
      current = sdl;
      onLoad?.('loaded');
      logger.info('supergraph swapped');
    };
    let timer: NodeJS.Timeout;
    let stopped = false;
    const watch = () => {
      timer = setTimeout(() => {
        void swap()
          .catch((error: unknown) => {
            onLoad?.('refused');
            logger.error(
              { refusal: error instanceof Error ? error.message : 'unknown' },
              'supergraph refused, the last one stays',
            );
          })
          .finally(() => {
            if (!stopped) watch();
          });
      }, source.pollMs ?? 1_000);
      timer.unref();
    };
    watch();
    const cleanup = () => {
      stopped = true;
      clearTimeout(timer);
      return Promise.resolve();
    };
    return { supergraphSdl: first, cleanup };
  };

  async #prepare(sdl: string): Promise<void> {
    this.#prepared.set(sdl, await this.#options.prepare(sdl));
  }
}
