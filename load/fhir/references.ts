import type { Entry } from './read-entries.ts';
import { stringAt } from '../json.ts';

/**
 * The people and organizations that a file's references mean. A reference names an entry by its full URL (`urn:uuid:…` or absolute) or a resource by
 * type and id (`Patient/1`); only people and organizations are kept.
 */
export class References {
  readonly #byUrl = new Map<string, string>();

  static readonly kept: ReadonlySet<string> = new Set(['Patient', 'Practitioner', 'Organization']);

  add({ resource, fullUrl }: Entry): void {
    const type = stringAt(resource, 'resourceType') ?? '';
    const id = stringAt(resource, 'id');
    if (References.kept.has(type) && id !== undefined && fullUrl !== undefined)
      this.#byUrl.set(fullUrl, `${type}/${id}`);
  }

  /** `Patient/1` for a reference to that patient, however it is written; undefined where it cannot be told. */
  resolve(reference: string | undefined): string | undefined {
    if (reference === undefined) return undefined;
    const known = this.#byUrl.get(reference);
    if (known !== undefined) return known;
    const written = /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/.exec(reference);
    return written?.[1];
  }
}
