import { relative } from 'node:path';
import type { Network } from '@trellis/network';
import { network as trellis } from '@trellis/vocabulary';

const kept = 'rules: not taken; the set before goes on.';

/**
 * Makes the rules of the network's folder live whenever they were saved: drafted by one development officer and approved by another, as in production by
 * two people, and in this process, since a pack may be larger than what a client may send. What does not fit is said, and the set before goes on. Rules
 * that nobody saved are left as they are: an officer may have changed them here.
 */
export async function followRules({ data }: Network): Promise<() => Promise<void>> {
  const { firstRules } = await import('@trellis/network');
  const read = () => firstRules({ ...trellis, vocabulary: data.network.current.vocabulary });
  const officer = (role: string) =>
    ({
      agency: 'network',
      role,
      kind: 'officer',
      user: `network:${role}`,
      purpose: 'privacy-administration',
    }) as const;
  let seen = written(read);
  const publish = async (yaml: string, base: number): Promise<void> => {
    const { body } = await data.register.draftRules(officer('privacy-officer'), { base, yaml });
    await data.register.approveRules(officer('approver'), body.number);
    await data.register.publishRules(officer('privacy-officer'), body.number, null);
    console.log(`rules: taken, as set ${String(body.number)}.`);
  };
  const take = async (): Promise<void> => {
    const { yaml, placeOf } = read();
    if (yaml === seen) return;
    seen = yaml;
    const { head, problems, findings, difference } = await data.register.checkRules(yaml);
    for (const word of ['added', 'removed', 'changed'] as const)
      for (const id of difference[word]) console.log(`rules: ${word} ${id}`);
    const faults = [
      ...problems.map(({ path, message }) => {
        const { file, line } = placeOf(path);
        return `${relative(process.cwd(), file)}:${String(line)} ${path}: ${message.en}`;
      }),
      ...findings.flatMap(({ severity, rules, message }) =>
        severity === 'ERROR' ? `${rules.join(', ')}: ${message.en}` : [],
      ),
    ];
    for (const fault of faults) console.log(`error [rules] ${fault}`);
    if (faults.length > 0) console.log(kept);
    else await publish(yaml, head);
  };
  return async () => {
    try {
      await take();
    } catch (error) {
      // A file that is half written: its own developer reads where it stops.
      console.log(`error [rules] ${error instanceof Error ? error.message : 'the rules cannot be read'}\n${kept}`);
    }
  };
}

/** The rules as they are written when watching begins; none where they cannot be read, which was said of them, or is when they are saved. */
function written(read: () => { readonly yaml: string }): string {
  try {
    return read().yaml;
  } catch (error) {
    console.log(`error [rules] ${error instanceof Error ? error.message : 'the rules cannot be read'}\n${kept}`);
    return '';
  }
}
