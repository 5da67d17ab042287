import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { exportConsent, importConsent, type ConsentDraft, type FhirContext, type FhirRelease } from '@trellis/decision';
import { network, vocabulary } from '@trellis/vocabulary';
import { askGateway } from '../ask-gateway.ts';
import { consentFields, fromGraph, type GraphConsent } from '../consents/graph-consent.ts';
import { recordDrafts } from '../consents/record-drafts.ts';
import { dataDirectory } from '../data-directory.ts';
import { Failure } from '../failure.ts';
import { readPurpose, requesterFrom, requesterOptions, type RequesterOptions } from '../requester-options.ts';
import { runningGateway } from '../running-gateway.ts';

interface Options extends RequesterOptions {
  readonly gateway: string;
  readonly token?: string;
  readonly purpose: string;
}
interface ImportOptions extends Options {
  readonly child?: readonly string[];
  readonly by?: readonly string[];
  readonly recipient?: readonly string[];
  readonly custodian?: readonly string[];
  readonly policy?: readonly string[];
}

const help = `
Examples:
  npx trellis consents export CHILD --agency network --role privacy-officer > consents.json
  npx trellis consents import consent.json --agency family --role parent --user SUB --purpose family-access
    --child Patient/7=CHILD --by RelatedPerson/3=AUTHORITY --recipient Organization/5=education/teacher

A Consent is recorded as whole as it is written, or refused with the name of each element that cannot be carried. Those of a Bundle are recorded one
after another, what refuses first; where the network refuses one, the permits before it are taken back, and what was done is said.`;

/** `trellis consents`: consents of the register as FHIR Consents, and FHIR Consents into the register, as whoever asks may read and record them. */
export function consentsCommand(): Command {
  const command = new Command('consents')
    .description('consents as FHIR R4 or R5: export those of a child, import a Consent')
    .addHelpText('after', help);
  const add = (name: string, description: string): Command =>
    command
      .command(name)
      .description(description)
      .addOption(requesterOptions.agency)
      .addOption(requesterOptions.role)
      .addOption(requesterOptions.user)
      .addOption(requesterOptions.kind)
      .option('--purpose <code>', 'for which purpose', 'privacy-administration')
      .option('--token <jwt>', 'a token of theirs; one of the development issuer unless given')
      .option('--gateway <url>', 'the gateway to ask', runningGateway.url());
  add('export', "print a child's consents as a FHIR Bundle")
    .argument('<child>', 'the identifier of the child')
    .addOption(new Option('--release <release>', 'of FHIR').choices(['R4', 'R5']).default('R4'))
    .action(async (child: string, options: Options & { readonly release: FhirRelease }) => {
      console.log(JSON.stringify(await exportAll(child, options), undefined, 2));
    });
  add('import', 'record a FHIR Consent, or each of a Bundle')
    .argument('<file>', 'JSON: a Consent, or a Bundle of them')
    .option('--child <reference=id...>', 'the child that a Patient is')
    .option('--by <reference=id...>', 'the authority by which somebody decides')
    .option('--recipient <reference=agency/role...>', 'whom an actor stands for; the role may be left out')
    .option('--custodian <reference=domain...>', 'the domain of which an Organization is custodian')
    .option('--policy <uri...>', 'the policies that this network has read')
    .action(async (file: string, options: ImportOptions) => {
      const drafts = await draftsOf(file, options);
      await recordDrafts(drafts, (query, variables) => ask(options, query, variables));
    });
  return command;
}

async function exportAll(child: string, options: Options & { readonly release: FhirRelease }): Promise<object> {
  const query = `query($child: NetworkId!) { child(id: $child) { consents { ${consentFields} } } }`;
  const { child: found } = await ask<{ child: { consents: readonly GraphConsent[] | null } | null }>(options, query, {
    child,
  });
  const consents = found?.consents;
  if (consents === undefined || consents === null)
    throw new Failure('the consents of this child are not shown to this requester', {
      fix: 'Ask as somebody who may read them: an officer, or who decides for the child.',
    });
  const entry = consents.map((consent) => {
    const exported = exportConsent(fromGraph(child, consent), options.release, vocabulary);
    if ('refused' in exported)
      throw new Failure(
        `consent ${consent.id} cannot be said in FHIR ${options.release}:\n${exported.refused.map(({ element, reason }) => `  ${element}: ${reason}`).join('\n')}`,
      );
    return { resource: exported.resource };
  });
  return { resourceType: 'Bundle', type: 'collection', entry };
}

/** The consents that a file holds, each whole and in force: nothing is recorded where one is not. */
async function draftsOf(file: string, options: ImportOptions): Promise<readonly ConsentDraft[]> {
  const context = contextOf(options);
  return resourcesIn(await readJson(file)).flatMap((resource, at): readonly ConsentDraft[] => {
    const read = importConsent(resource, context);
    const where = `Consent ${String(at + 1)} of ${file}`;
    if ('refused' in read)
      throw new Failure(
        `${where} cannot be carried whole; nothing was recorded:\n${read.refused.map(({ element, reason }) => `  ${element}: ${reason}`).join('\n')}`,
        {
          fix: 'Name whom its references mean (--child, --by, --recipient, --custodian, --policy), or record it by hand.',
        },
      );
    const over = read.consents.find(({ state }) => state !== 'ACTIVE');
    if (over !== undefined)
      throw new Failure(`${where} is ${over.state}: only what is in force is recorded. Nothing was recorded.`);
    return read.consents;
  });
}

function contextOf({ child, by, recipient, custodian, policy = [] }: ImportOptions): FhirContext {
  const [children, authorities, recipients, custodians] = [child, by, recipient, custodian].map((given) =>
    pairs(given),
  );
  return {
    vocabulary,
    timeZone: network.timeZone,
    child: (reference) => children?.get(reference),
    authority: (reference) => authorities?.get(reference),
    recipients: (reference) => {
      const [agency, role] = recipients?.get(reference)?.split('/') ?? [];
      return agency === undefined ? undefined : [{ agency, ...(role !== undefined && { role }) }];
    },
    custodian: (reference) => {
      const domain = custodians?.get(reference);
      return domain === undefined ? undefined : [domain];
    },
    everyone: undefined,
    policies: new Set(policy),
  };
}

function pairs(given: readonly string[] = []): ReadonlyMap<string, string> {
  return new Map(
    given.map((entry) => {
      const at = entry.lastIndexOf('=');
      if (at < 1 || at === entry.length - 1)
        throw new Failure(`${entry} is not REFERENCE=ID`, { fix: 'Such as Patient/7=CHILD.', exitCode: 2 });
      return [entry.slice(0, at), entry.slice(at + 1)];
    }),
  );
}

function resourcesIn(json: unknown): readonly unknown[] {
  const isBundle = typeof json === 'object' && json !== null && 'entry' in json && Array.isArray(json.entry);
  return isBundle ? (json.entry as readonly { readonly resource?: unknown }[]).map(({ resource }) => resource) : [json];
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure(`${file} cannot be read`, { fix: 'Name a file that is there.', exitCode: 2 });
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure(`${file} is not JSON`, { exitCode: 2 });
  }
}

async function ask<Data>(options: Options, query: string, variables: Record<string, unknown>): Promise<Data> {
  const purpose = readPurpose(options.purpose);
  const token = options.token ?? (await mint(options, purpose));
  return askGateway<Data>(options.gateway, { query, variables, purpose, token });
}

async function mint(options: Options, purpose: string): Promise<string> {
  const { openDevelopmentIssuer } = await import('@trellis/network/development');
  return (await openDevelopmentIssuer(dataDirectory())).mint({ ...requesterFrom(options), purposes: [purpose] });
}
