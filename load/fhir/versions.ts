import type { Entry } from './read-entries.ts';
import { stringAt } from '../json.ts';

/** A resource by type and id, and which version of it an entry is: 0 where it does not say so by number. */
export interface Versioned {
  readonly key: string;
  readonly version: number;
}

export function versionOf({ resource, version }: Pick<Entry, 'resource' | 'version'>): Versioned {
  const written = stringAt(resource, 'meta.versionId') ?? version ?? '';
  return {
    key: `${stringAt(resource, 'resourceType') ?? ''}/${stringAt(resource, 'id') ?? ''}`,
    version: /^\d{1,9}$/.test(written) ? Number(written) : 0,
  };
}

/** The last versions that a file has of its resources: a history tells the newest first, and what it says after that is past. */
export class ResourceVersions {
  /** Only beyond the first: of most resources there is one. */
  readonly #last = new Map<string, number>();

  add(entry: Entry): void {
    const { key, version } = versionOf(entry);
    if (version > 1 && version > (this.#last.get(key) ?? 0)) this.#last.set(key, version);
  }

  /** Checks whether the file has a later version of the same resource. What says no version is as late as any. */
  isOutdated({ key, version }: Versioned): boolean {
    return version > 0 && version < (this.#last.get(key) ?? 0);
  }
}
