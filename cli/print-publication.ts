import type { CatalogueOptions, PublicationAnswer } from './ask-catalogue.ts';
import { printFound, printNewlyVisible } from './check/print-report.ts';
import { Failure } from './failure.ts';

/** Says what came of a publication. One that was refused is a `Failure`, with why before it. */
export function printPublication(agency: string, told: PublicationAnswer, { json }: CatalogueOptions): void {
  const { outcome, version, report } = told;
  if (json === true) console.log(JSON.stringify(told));
  else {
    printFound(report.found);
    printNewlyVisible(report);
  }
  if (outcome === 'REFUSED') {
    throw new Failure(`${agency} was not published: the graph is as it was`, {
      fix: 'Each problem above names its place and its fix.',
    });
  }
  if (json === true) return;
  if (outcome === 'PUBLISHED') console.log(`${agency} is published as version ${String(version)}, on every gateway.`);
  else if (outcome === 'TRIED') console.log(`${agency} may be published. Nothing was.`);
  else console.log(`${agency} is published like this already. Nothing was changed.`);
}
