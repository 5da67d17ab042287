import type { Catalogue } from './catalogue.ts';
import { CatalogueMoved } from './catalogue-moved.ts';
import type { Version } from './version.ts';

/**
 * A catalogue as another one has it now, with what is published over it in memory: for one developer's attempts, which nobody else sees and which
 * end with the process.
 */
export async function openDraftCatalogue(kept: Catalogue, now: () => number = Date.now): Promise<Catalogue> {
  const start = await kept.current();
  const drafts: Version[] = [];
  const bits = new Map(await kept.bits([]));
  const generation = (): number => drafts.at(-1)?.number ?? start.generation;
  return {
    generation: () => Promise.resolve(generation()),
    current() {
      const latest = new Map([...start.versions, ...drafts].map((version) => [version.agency, version]));
      return Promise.resolve({ generation: generation(), versions: [...latest.values()] });
    },
    async versionsOf(agency) {
      const own = drafts.filter((version) => version.agency === agency).reverse();
      return [...own, ...(await kept.versionsOf(agency)).filter(({ number }) => number <= start.generation)];
    },
    publish(draft, after) {
      if (generation() !== after) return Promise.reject(new CatalogueMoved());
      const version: Version = { ...draft, number: after + 1, at: now() };
      drafts.push(version);
      return Promise.resolve(version);
    },
    bits(codes) {
      for (const code of codes) if (!bits.has(code)) bits.set(code, Math.max(-1, ...bits.values()) + 1);
      return Promise.resolve(bits);
    },
  };
}
