import { relative } from 'node:path';
import type { CheckReport } from './report.ts';

/** A check's report as SARIF 2.1.0, which code-review tools show beside the line. Files are told from the directory one stands in. */
export function toSarif({ found }: CheckReport, cwd = process.cwd()): object {
  const rules = [...new Map(found.map((each) => [each.rule, { id: each.rule, helpUri: each.link }])).values()];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'trellis check', rules } },
        results: found.map(({ rule, severity, message, fix, file, line, column }) => ({
          ruleId: rule,
          level: severity,
          message: { text: `${message} ${fix}` },
          ...(file !== undefined && {
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: relative(cwd, file).replaceAll('\\', '/') },
                  ...(line !== undefined && { region: { startLine: line, startColumn: column ?? 1 } }),
                },
              },
            ],
          }),
        })),
      },
    ],
  };
}
