import type { Requester } from '@trellis/vocabulary';
import { oneAt } from './read-at.ts';
import type { ObservedNetwork } from './start-observed-network.ts';

/** One field of one child as the next request has it: its (first) value, or the routes of its withholding. Any error is thrown. */
export async function nextRequest(
  network: ObservedNetwork,
  { requester, purpose }: { readonly requester: Requester; readonly purpose: string },
  child: string,
  selection: string,
  path: string,
): Promise<unknown> {
  const query = `query($id: NetworkId!) { child(id: $id) { ${selection} } }`;
  const { data, errors, trellis } = await network.ask({ requester, purpose, query, variables: { id: child } });
  if (errors.length > 0) throw new Error(`the next request failed: ${JSON.stringify(errors)}`);
  // What is withheld with all above it is said of what is above.
  const withheld = trellis.withheld.find((each) => `child.${path}.`.startsWith(`${each.path.join('.')}.`));
  return withheld ? { withheld: withheld.routes } : oneAt(data, `child.${path}`);
}
