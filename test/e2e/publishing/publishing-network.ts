import { readFileSync } from 'node:fs';
import { startNetwork, type Network } from '@trellis/network';
import { network as folder, type AgencyWords } from '@trellis/vocabulary';
import { parse } from 'yaml';
import { patientDeadlines } from '../network/start-observed-network.ts';
import type { CheckReport } from '@trellis/catalogue';

/** What an agency's system is answered. */
export interface Answered {
  readonly status: number;
  readonly outcome?: string;
  readonly version?: number | null;
  readonly report?: CheckReport;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const purpose = 'privacy-administration';

/** A whole network, and agencies' systems that publish on it. */
export async function startPublishingNetwork() {
  const network = await startNetwork({
    now: '2026-03-03T12:00:00Z',
    randomSeed: 'publishing',
    children: 5,
    deadlines: patientDeadlines,
  });
  const system = (agency: string) =>
    network.token({ agency, role: 'system', kind: 'system', user: `${agency}:system`, purposes: [purpose] });
  return {
    network,
    system,
    publish: (agency: string, body: object, gateway = network.urls.gateway) =>
      post(`${gateway}/catalogue/publish`, body, () => system(agency)),
    rollback: (agency: string, body: object = {}, gateway = network.urls.gateway) =>
      post(`${gateway}/catalogue/rollback`, body, () => system(agency)),
    close: () => network.close(),
  };
}

export async function post(url: string, body: object, token: () => Promise<string>): Promise<Answered> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

const own = (name: string) => folder.agencies.find((agency) => agency.name === name)?.folder ?? '';

/** What stands in an agency's folder, as it would publish it. */
export function inFolder(name: string): { readonly schema: string; readonly words: AgencyWords } {
  const words = parse(readFileSync(`${own(name)}/agency.yaml`, 'utf8')) as AgencyWords;
  return { schema: readFileSync(`${own(name)}/schema.graphql`, 'utf8'), words };
}

/** Education with the grade under one category more, which no rule opens. */
export function withSealedGrade(): { readonly schema: string; readonly words: AgencyWords } {
  const { schema, words } = inFolder('education');
  const sealed = { labels: ['V'], en: 'What nobody is shown.', fr: 'Ce que personne ne voit.' };
  return {
    schema: schema.replace(/(grade: .*is: \[)/, '$1"education.sealed", '),
    words: { ...words, categories: { ...words.categories, sealed } },
  };
}

const teacher = { agency: 'education', role: 'teacher', kind: 'worker', user: 'te-delorme' } as const;
/** Adèle, whose teacher reads her grade. */
const adele = 'v7cqm3xkt5zhy2wnrgd4bfjuoa';

/** Where, and as whom, is asked. */
interface Asked {
  readonly urls: { readonly gateway: string };
  readonly token: Network['token'];
}

/** Asks for Adèle's grade as her teacher; answers the grade, `withheld`, or what went wrong. */
export async function askGrade({ token, urls }: Asked): Promise<string> {
  const response = await fetch(`${urls.gateway}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await token({ ...teacher, purposes: ['education-support'] })}`,
      'purpose-of-use': 'education-support',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query: `{ child(id: "${adele}") { education { grade } } }` }),
  });
  const body = (await response.json()) as {
    data?: { child: { education: { grade: string | null } | null } | null } | null;
    errors?: readonly object[];
  };
  if (body.errors !== undefined) return JSON.stringify(body.errors);
  return body.data?.child?.education?.grade ?? 'withheld';
}
