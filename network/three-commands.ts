import { resolve } from 'node:path';
import { vocabulary } from '@trellis/vocabulary';
import { namedChildren } from './named-children.ts';

/** Three commands to paste: a caseworker's view of a child, a teacher's view of the same child, and why the second is shown less. None on a network without their agencies. */
export function threeCommands(
  gateway: string,
  env: NodeJS.ProcessEnv = process.env,
): readonly { readonly what: string; readonly command: string }[] {
  // What this terminal sets, the other one does not know.
  const trellis =
    env.TRELLIS_DATA === undefined ? 'npx trellis' : `TRELLIS_DATA=${resolve(env.TRELLIS_DATA)} npx trellis`;
  const where = gateway.endsWith(':4000') ? '' : ` --gateway ${gateway}`;
  // The story of line 9: the parents let the teacher know one thing and not another.
  const child = namedChildren.find(({ line }) => line === 9);
  const [teacher, caseworker] = child?.asks ?? [];
  if (child === undefined || teacher === undefined || caseworker === undefined)
    throw new Error('the story of line 9 has no askers');
  const agencies = ['child-protection', 'mental-health', 'education'];
  if (!agencies.every((name) => vocabulary.agencies.includes(name))) return [];
  const query = `{ child(id: \\"${child.id}\\") { name protection { status riskLevel } mentalHealth { conditions { display } safetyPlan { copingSteps } } education { grade } } }`;
  const ask = ({ requester: { agency, role, user }, purpose }: typeof teacher): string =>
    [
      `curl -s ${gateway}/graphql`,
      `-H "authorization: Bearer $(${trellis} token --agency ${agency} --role ${role} --user ${user} --purpose ${purpose})"`,
      `-H 'purpose-of-use: ${purpose}' -H 'content-type: application/json'`,
      `-d '{"query": "${query}"}'`,
    ].join(' ');
  const { agency, role, user } = teacher.requester;
  return [
    { what: `${child.given}, as her caseworker sees her`, command: ask(caseworker) },
    { what: `${child.given}, as her teacher sees her`, command: ask(teacher) },
    {
      what: 'why the teacher is not shown the diagnosis',
      command: `${trellis} explain ${child.id} --agency ${agency} --role ${role} --user ${user} --purpose ${teacher.purpose} --category mental-health.condition${where}`,
    },
  ];
}
