import { namedChildren, threeCommands, type Network } from '@trellis/network';
import { network as trellis, type AgencyFolder } from '@trellis/vocabulary';
import { dataDirectory } from '../data-directory.ts';

/** Says where everything is. */
export function printAddresses({ urls: { gateway, admin } }: Network): void {
  console.log(
    `\nSee it    ${gateway}/\nConsole   ${gateway}/console\nFamily    ${gateway}/family\nGraph     ${gateway}/graphql\nExplorer  ${gateway}/explorer\nHealth    ${admin}/health/ready\nMetrics   ${admin}/metrics\nData      ${dataDirectory()}`,
  );
}

/** Says whom one can ask about, and as whom. */
export function printWhatToTry({ urls: { gateway } }: Network): void {
  printChildren();
  const commands = threeCommands(gateway);
  if (commands.length > 0) console.log('\nTry, in another terminal:');
  for (const { what, command } of commands) console.log(`\n# ${what}\n${command}`);
}

/** Says what is real where one agency is worked on. */
export function printAgencyWorkedOn({ name, folder }: AgencyFolder): void {
  printChildren();
  console.log(
    `\nOnly ${name} is real; what other agencies answer is invented from their schemas. Save in ${folder}, and it is checked and on the graph; what does not fit is said here, and what ran before goes on.`,
  );
}

/** The stories are told of agencies: where one of them is not on the network, the children are, without them. */
function printChildren(): void {
  const { agencies } = trellis.vocabulary;
  const asking = namedChildren.flatMap(({ asks }) => asks.map(({ requester }) => requester.agency));
  const hasStories = asking.every((agency) => agency === 'family' || agency === 'network' || agencies.includes(agency));
  console.log(hasStories ? '\nTen children, one for each line of the decision:' : '\nTen children:');
  for (const { line, id, given, surname, story } of namedChildren)
    console.log(
      hasStories
        ? `  ${String(line).padStart(2)}  ${id}  ${given} ${surname}: ${story}`
        : `  ${id}  ${given} ${surname}`,
    );
}
