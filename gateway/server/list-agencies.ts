import type { FollowedNetwork } from '@trellis/catalogue';

/** One agency of the network, as it is listed. */
interface ListedAgency {
  readonly name: string;
  readonly title: string;
  /** The publication in force; 0 where it is the network's folder. */
  readonly version: number;
  /** The moment of its publication, as an instant. */
  readonly at: string | null;
  readonly publishedBy: string | null;
  readonly rollsBackTo: number | null;
  readonly address: string | null;
  /** The number of versions that it has published. */
  readonly versions: number;
}

/** The agencies of a network with what is in force of each; who published it and where it answers is for `detailed` alone. */
export async function listAgencies(
  { catalogue, current: { vocabulary } }: FollowedNetwork,
  detailed: (agency: string) => boolean,
): Promise<{ readonly generation: number; readonly agencies: readonly ListedAgency[] }> {
  const { generation, versions } = await catalogue.current();
  const counts = await Promise.all(versions.map(({ agency }) => catalogue.versionsOf(agency)));
  const agencies = vocabulary.agencies.map((name): ListedAgency => {
    const at = versions.findIndex(({ agency }) => agency === name);
    const version = versions[at];
    const shown = detailed(name) ? version : undefined;
    return {
      name,
      title: vocabulary.titles.get(name)?.en ?? name,
      version: version?.number ?? 0,
      at: version === undefined ? null : new Date(version.at).toISOString(),
      publishedBy: shown?.publishedBy ?? null,
      rollsBackTo: shown?.rollsBackTo ?? null,
      address: shown?.address ?? null,
      versions: counts[at]?.length ?? 0,
    };
  });
  return { generation, agencies };
}
