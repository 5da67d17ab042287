import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { ChildFacts } from '@trellis/decision';
import type { Cache, Queryable } from '@trellis/platform';
import { deepFreeze } from './facts-of.ts';
import type { Stamp } from './version-reader.ts';

/** The platform's cache, as far as facts need it. */
export type FactsStore = Pick<Cache, 'get' | 'set'>;

const ttlMs = 3_600_000;
/** After the store failed it is left alone for so long: a request does not wait for it again and again. */
const pauseMs = 1_000;
const [nonceLength, tagLength] = [12, 16];

/**
 * Facts that gateways share, by child and version. It is asked only for a version that the database told just now, so that a lost, emptied or
 * stale store makes a read slower, never wrong; also after an older copy of the database was restored, which gives numbers out again, but at another
 * instant. What is kept is encrypted and authenticated for its child and version by a secret of the database: what does not open, for whatever
 * reason, counts as not there.
 */
export class FactsCache {
  readonly #store: FactsStore;
  readonly #database: Queryable;
  #key: Promise<Uint8Array> | undefined;
  #pausedUntil = 0;

  constructor(store: FactsStore, database: Queryable) {
    this.#store = store;
    this.#database = database;
  }

  /** `kept` tells apart what is read of one child for different users. */
  async get(child: string, kept: string, stamp: Stamp): Promise<ChildFacts | undefined> {
    const name = nameOf(kept, stamp);
    const sealed = await this.#unlessPaused(() => this.#store.get(name));
    if (sealed === undefined) return undefined;
    const facts = open(sealed, await this.#secret(), name);
    return facts?.child === child && facts.version === stamp.version ? deepFreeze(facts) : undefined;
  }

  /** Resolves also where nothing could be kept. */
  async set(facts: ChildFacts, kept: string, stamp: Stamp): Promise<void> {
    const name = nameOf(kept, stamp);
    const sealed = seal(facts, await this.#secret(), name);
    await this.#unlessPaused(() => this.#store.set(name, sealed, { ttlMs }));
  }

  async #unlessPaused<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
    if (performance.now() < this.#pausedUntil) return undefined;
    try {
      return await ask();
    } catch {
      // The store is only ever faster: without it the database is asked.
      this.#pausedUntil = performance.now() + pauseMs;
      return undefined;
    }
  }

  #secret(): Promise<Uint8Array> {
    this.#key ??= this.#readSecret().catch((error: unknown) => {
      this.#key = undefined;
      throw error;
    });
    return this.#key;
  }

  async #readSecret(): Promise<Uint8Array> {
    const { rows } = await this.#database.query<{ value: Uint8Array }>(
      "select value from register.secret where name = 'facts-cache'",
      [],
    );
    const [secret] = rows;
    if (secret === undefined) throw new Error('The register has no secret for its cache: it is not migrated.');
    return secret.value;
  }
}

function nameOf(kept: string, { version, changed }: Stamp): string {
  return `facts/${kept}/${String(version)}/${String(changed)}`;
}

function seal(facts: ChildFacts, key: Uint8Array, name: string): Uint8Array {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(name));
  const text = Buffer.concat([cipher.update(JSON.stringify(facts)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Undefined for what this key did not seal under this name. */
function open(sealed: Uint8Array, key: Uint8Array, name: string): ChildFacts | undefined {
  if (sealed.length < nonceLength + tagLength) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceLength))
      .setAAD(Buffer.from(name))
      .setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
    const text = Buffer.concat([decipher.update(sealed.subarray(nonceLength + tagLength)), decipher.final()]);
    return JSON.parse(text.toString()) as ChildFacts;
  } catch {
    return undefined; // hostile, damaged, or of another database
  }
}
