import { LoadRefused } from '../load-refused.ts';
import type { Entry } from './read-entries.ts';
import { stringAt } from '../json.ts';

const address = /^https?:\/\/(.+)\/([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/;

/**
 * The people and organizations that a file's references mean. A reference names an entry by its full URL (`urn:uuid:…` or absolute) or a resource by
 * type and id (`Patient/1`); only people and organizations are kept. An address at a server that the file is not from means nobody of it.
 */
export class References {
  readonly #byUrl = new Map<string, string>();
  /** The server that the file's patients stand at by their full URLs, without the scheme. */
  #server: string | undefined;

  static readonly kept: ReadonlySet<string> = new Set(['Patient', 'Practitioner', 'Organization']);

  add({ resource, fullUrl, place }: Pick<Entry, 'resource' | 'fullUrl' | 'place'>): void {
    const type = stringAt(resource, 'resourceType') ?? '';
    const id = stringAt(resource, 'id');
    if (!References.kept.has(type) || id === undefined || fullUrl === undefined) return;
    this.#byUrl.set(fullUrl, `${type}/${id}`);
    const server = type === 'Patient' ? address.exec(fullUrl)?.[1] : undefined;
    if (server === undefined) return;
    if (this.#server !== undefined && this.#server !== server)
      throw new LoadRefused(
        `${place}: the file has patients of two servers, whose numbers are their own: make a file of each, and name it with --source`,
      );
    this.#server = server;
  }

  /** `Patient/1` for a reference to that patient, however it is written; undefined where it cannot be told. */
  resolve(reference: string | undefined): string | undefined {
    if (reference === undefined) return undefined;
    const known = this.#byUrl.get(reference);
    if (known !== undefined) return known;
    const [, server, named] = address.exec(reference) ?? [];
    if (server !== undefined && this.#server !== undefined) return server === this.#server ? named : undefined;
    const written = /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/.exec(reference);
    return written?.[1];
  }
}
