import { join, relative } from 'node:path';
import { sharingRulesFit, type CheckReport, type Found } from '@trellis/catalogue';
import type { FirstRules } from '@trellis/network/first-rules';
import type { NetworkFolder } from '@trellis/vocabulary';

/** The report with what is said of sharing rules at the files in which they are written, and with what agencies proposed that came to nothing. */
export function withRuleFindings(report: CheckReport, rules: FirstRules, network: NetworkFolder): CheckReport {
  const found = report.found.map((each): Found => {
    if (each.rule !== sharingRulesFit) return each;
    const { file, line } = rules.placeOf(each.coordinate ?? '');
    return { ...each, agency: agencyOf(file, network), file, line, column: 1 };
  });
  const left = rules.unknownInProposals.map(({ id, names, file, line }): Found => ({
    severity: 'warning',
    rule: 'proposal-names-the-unknown',
    agency: agencyOf(file, network),
    file,
    line,
    column: 1,
    coordinate: id,
    message: `\`${id}\` names ${names.map((name) => `\`${name}\``).join(', ')}, which ${names.length > 1 ? 'are' : 'is'} not on the network: left out, and with it the rule where nothing is left.`,
    fix: 'Write agencies, involvement kinds and categories as the agencies’ agency.yaml have them, and kinds of authority as the network’s pack.',
    link: 'docs/guides/privacy-officer.md#sharing-rules',
  }));
  return { ...report, found: [...found, ...left.filter(({ agency }) => report.agencies.includes(agency))] };
}

function agencyOf(file: string, { folder, agencies }: NetworkFolder): string {
  const within = relative(join(folder, 'agencies'), file).split(/[\\/]/)[0];
  return agencies.find(({ name }) => name === within)?.name ?? 'network';
}
