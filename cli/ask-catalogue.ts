import type { CheckReport } from '@trellis/catalogue';
import { Command } from 'commander';
import { dataDirectory } from './data-directory.ts';
import { Failure } from './failure.ts';
import { runningGateway } from './running-gateway.ts';

/** The options of every command that speaks to the catalogue of a running gateway. */
export interface CatalogueOptions {
  readonly gateway: string;
  readonly token?: string;
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

/** The answer of a gateway to a publication. */
export interface PublicationAnswer {
  readonly outcome: 'PUBLISHED' | 'UNCHANGED' | 'REFUSED' | 'TRIED';
  readonly version: number | null;
  readonly report: CheckReport;
}

/** A command with the options that all of these have. */
export function catalogueCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--gateway <url>', 'the gateway to publish through', runningGateway.url())
    .option('--token <jwt>', "a token of the agency's own system; one of the development issuer unless given")
    .option('--json', 'print the answer as JSON');
}

/** Asks a gateway's catalogue as an agency's system, or as who else the token says. */
export async function askCatalogue<Answer>(
  { gateway, token }: CatalogueOptions,
  path: string,
  who: { readonly agency: string; readonly role: string; readonly kind: 'system' | 'officer' },
  body?: object,
): Promise<Answer> {
  const bearer = token ?? (await mint(who));
  const answer = await send(`${gateway}/catalogue/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${bearer}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const read = (await answer.json()) as Answer & {
    errors?: readonly { message: string; extensions?: { code?: string } }[];
  };
  const [error] = read.errors ?? [];
  if (error === undefined) return read;
  throw new Failure(`the gateway answered ${error.extensions?.code ?? String(answer.status)}: ${error.message}`);
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw new Failure(`no gateway answers at ${url}${error instanceof Error ? ` (${error.message})` : ''}`, {
      fix: 'Start one with `npm start`, or name another with --gateway.',
    });
  }
}

async function mint(who: { agency: string; role: string; kind: 'system' | 'officer' }): Promise<string> {
  const { openDevelopmentIssuer } = await import('@trellis/network/development');
  const issuer = await openDevelopmentIssuer(dataDirectory());
  return issuer.mint({ ...who, user: `${who.agency}:${who.role}`, purposes: ['privacy-administration'] });
}
