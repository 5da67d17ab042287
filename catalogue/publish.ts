import { NetworkFolderError, type AgencyWords } from '@trellis/vocabulary';
import { CatalogueMoved } from './catalogue-moved.ts';
import type { RegisteredOperation } from './check/breaking-changes.ts';
import type { CheckedGraph, GraphToCheck } from './check/check-graph.ts';
import type { CheckReport, CheckFinding } from './check/report.ts';
import type { FollowedNetwork } from './followed-network.ts';
import { layOut, type LaidOut } from './laid-out.ts';
import { mergeWords } from './merge-words.ts';
import type { Current, AgencyDraft, Version } from './version.ts';

/** The things that publishing needs besides the catalogue. */
export interface Publisher {
  readonly network: FollowedNetwork;
  readonly check: (graph: GraphToCheck) => Promise<CheckedGraph>;
  /** The live sharing rules, as they are written. */
  readonly rules: () => Promise<string>;
  readonly operations: readonly RegisteredOperation[];
  /** Rejects, saying why, where a gateway could not serve this. */
  readonly canServe: (laid: LaidOut, supergraph: string) => Promise<void>;
}

/** One agency's publication of itself. */
export interface Publication {
  readonly agency: string;
  readonly publishedBy: string;
  readonly schema: string;
  readonly words: AgencyWords;
  readonly address?: string | undefined;
  readonly keyId: string;
  readonly rollsBackTo?: number | undefined;
  /** Says what would come of it, and publishes nothing. */
  readonly dryRun?: boolean | undefined;
}

/** The result of publishing: the version, where one was published; undefined where it was refused, only tried, or changes nothing. */
export interface Published {
  readonly version: Version | undefined;
  readonly report: CheckReport;
  /** True where it says anything that is not in force already. */
  readonly changes: boolean;
}

/** Two that publish at once take turns; whoever is overtaken is checked again, against what is in force by then. */
const mostAttempts = 5;

/** Checks a publication against what is in force, and adds it to the catalogue. */
export async function publish(publisher: Publisher, publication: Publication): Promise<Published> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await publishOnce(publisher, publication);
    } catch (error) {
      if (!(error instanceof CatalogueMoved) || attempt === mostAttempts) throw error;
    }
  }
}

async function publishOnce(publisher: Publisher, publication: Publication): Promise<Published> {
  const { network } = publisher;
  const { agency, schema, address, dryRun } = publication;
  const { base, catalogue } = network;
  const current = await catalogue.current();
  const before = current.versions.find((version) => version.agency === agency);
  const merged = mergeWords(agency, before?.words ?? base.network.words[agency], publication.words);
  const refused = (found: readonly CheckFinding[]): Published => ({
    version: undefined,
    changes: true,
    report: { ok: false, agencies: [agency], newlyVisible: [], found: errorsFirst(found) },
  });
  if (merged.found.some(({ severity }) => severity === 'error')) return refused(merged.found);
  const { words } = merged;
  const laid = await laidOutWith(publisher, current, { agency, schema, words, address });
  if ('faults' in laid) return refused([...merged.found, ...laid.faults.map((fault) => wordFault(agency, fault))]);
  const { report, supergraph } = await checked(publisher, current, agency, laid);
  const told: CheckReport = { ...report, found: errorsFirst([...report.found, ...merged.found]) };
  const changes = before === undefined || !isSame(before, { schema, words, address, keyId: publication.keyId });
  if (!report.ok || supergraph === undefined) return { version: undefined, changes, report: { ...told, ok: false } };
  if (!changes) return { version: undefined, changes, report: told };
  try {
    await publisher.canServe(laid, supergraph);
  } catch (error) {
    const message = error instanceof Error ? error.message : 'The gateway cannot serve this.';
    return refused([{ severity: 'error', rule: 'can-be-served', agency, message, fix: fixes.served, link }]);
  }
  if (dryRun === true) return { version: undefined, changes, report: told };
  const { keyId, publishedBy, rollsBackTo } = publication;
  const draft: AgencyDraft = {
    agency,
    schema,
    words,
    address,
    keyId,
    publishedBy,
    rollsBackTo,
    supergraph,
    inputs: laid.inputs,
  };
  await catalogue.bits(laid.vocabulary.categories.map(({ code }) => code));
  return { version: await catalogue.publish(draft, current.generation), changes, report: told };
}

const link = 'docs/guides/agency.md#publish';
const fixes = {
  served: 'Correct what the message names; where it is the network’s to give, ask its operator.',
  words: 'Correct it in agency.yaml.',
};

function errorsFirst(found: readonly CheckFinding[]): readonly CheckFinding[] {
  return [...found].sort((one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'));
}

function wordFault(agency: string, message: string): CheckFinding {
  return { severity: 'error', rule: 'words', agency, message, fix: fixes.words, link };
}

async function laidOutWith(
  { network: { base, catalogue } }: Publisher,
  current: Current,
  proposed: Pick<AgencyDraft, 'agency' | 'schema' | 'words' | 'address'>,
): Promise<LaidOut | { readonly faults: readonly string[] }> {
  try {
    return await layOut(base, catalogue, current, proposed);
  } catch (error) {
    if (error instanceof NetworkFolderError) return { faults: error.faults };
    throw error;
  }
}

async function checked(
  { network, check, rules, operations }: Publisher,
  current: Current,
  agency: string,
  { vocabulary, subgraphs }: LaidOut,
): Promise<CheckedGraph> {
  const live = await layOut(network.base, network.catalogue, current);
  return check({
    vocabulary,
    subgraphs,
    agencies: [agency],
    live: { supergraph: await network.supergraphOf(live), vocabulary: live.vocabulary },
    rules: await rules(),
    operations,
  });
}

function isSame(before: Version, next: Pick<AgencyDraft, 'schema' | 'words' | 'address' | 'keyId'>): boolean {
  const said = ({ schema, words, address, keyId }: typeof next) =>
    JSON.stringify([schema, sorted(words), address ?? null, keyId]);
  return said(before) === said(next);
}

/** The database keeps an object's members in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
