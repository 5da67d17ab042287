import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Found } from '@trellis/catalogue';
import type { AgencyFolder, NetworkFolder } from '@trellis/vocabulary';

/** The reasons why agencies under check could not answer, as far as their folders show them: no code and no address, or code that is not there. */
export function codeFindings({ agencies }: NetworkFolder, checked: readonly string[]): readonly Found[] {
  return agencies.filter(({ name }) => checked.includes(name)).flatMap(codeFinding);
}

function codeFinding({ name: agency, folder, package: runs, url }: AgencyFolder): readonly Found[] {
  const file = join(folder, 'agency.yaml');
  const at = { agency, file, column: 1, link: 'docs/guides/agency.md#what-you-write' } as const;
  if (runs === undefined && url === undefined)
    return [
      {
        severity: 'warning',
        rule: 'somebody-answers',
        ...at,
        line: 1,
        message: 'Nobody answers for this agency: agency.yaml names neither its code nor its address.',
        fix: 'Write `package: ./index.ts`, the code that runs it; or `url`, the address where it answers.',
      },
    ];
  if (runs?.startsWith('./') !== true || existsSync(join(folder, runs))) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return [
    {
      severity: 'error',
      rule: 'code-is-there',
      ...at,
      line: lines.findIndex((line) => line.startsWith('package:')) + 1,
      message: `The code ${runs} is not there: the agency cannot be started.`,
      fix: 'Write it, or correct `package`, a path from the agency’s folder.',
    },
  ];
}
