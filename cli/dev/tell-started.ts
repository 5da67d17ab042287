import { namedChildren, threeCommands, type Network } from '@trellis/network';
import type { AgencyFolder } from '@trellis/vocabulary';
import { dataDirectory } from '../data-directory.ts';

/** Says where everything is. */
export function tellWhere({ urls: { gateway, admin } }: Network): void {
  console.log(
    `\nSee it    ${gateway}/\nConsole   ${gateway}/console\nFamily    ${gateway}/family\nGraph     ${gateway}/graphql\nExplorer  ${gateway}/explorer\nHealth    ${admin}/health/ready\nMetrics   ${admin}/metrics\nData      ${dataDirectory()}`,
  );
}

/** Says whom one can ask about, and as whom. */
export function tellWhatToTry({ urls: { gateway } }: Network): void {
  tellChildren();
  const commands = threeCommands(gateway);
  if (commands.length > 0) console.log('\nTry, in another terminal:');
  for (const { what, command } of commands) console.log(`\n# ${what}\n${command}`);
}

/** Says what is real where one agency is worked on. */
export function tellWhatIsWorkedOn({ name, folder }: AgencyFolder): void {
  tellChildren();
  console.log(
    `\nOnly ${name} is real; what other agencies answer is invented from their schemas. Save in ${folder}, and it is checked and on the graph; what does not fit is said here, and what ran before goes on.`,
  );
}

function tellChildren(): void {
  console.log('\nTen children, one for each line of the decision:');
  for (const { line, id, given, surname, story } of namedChildren)
    console.log(`  ${String(line).padStart(2)}  ${id}  ${given} ${surname}: ${story}`);
}
