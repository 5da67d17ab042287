import { dayOf } from '../../shared/days.ts';
import { useNetworkWords } from '../../shared/network-words.tsx';
import { capital, useWords } from '../../shared/words.ts';
import type { WhoMayDecideQuery } from '../../generated/graph.ts';
import { isolated } from '../../shared/isolated.ts';

type Authority = NonNullable<NonNullable<WhoMayDecideQuery['child']>['authorities']>[number];

interface Props {
  readonly authorities: readonly Authority[];
  readonly holderOf: (id: string) => string;
}

/** The authorities for a child: whose, about what, from when to when, and whether they decide today. */
export function AuthorityTable({ authorities, holderOf }: Props) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Authorities">
      <table className="list">
        <caption>Authorities, the earliest first</caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">As</th>
            <th scope="col">About</th>
            <th scope="col">From</th>
            <th scope="col">Until</th>
            <th scope="col">Today</th>
          </tr>
        </thead>
        <tbody>
          {[...authorities]
            .sort((one, other) => one.from.localeCompare(other.from))
            .map((each) => (
              <AuthorityRow key={each.id} authority={each} partners={each.jointWith.map(holderOf)} />
            ))}
        </tbody>
      </table>
    </div>
  );
}

function AuthorityRow({
  authority,
  partners,
}: {
  readonly authority: Authority;
  readonly partners: readonly string[];
}) {
  const { agency } = useWords();
  const { authorityKinds } = useNetworkWords();
  const titleOfKind = (code: string): string => authorityKinds.get(code)?.title ?? capital(code);
  const { holder, kind, domains, from, to, suspended } = authority;
  return (
    <tr>
      <td>
        {`User ${isolated(holder)}`}
        {partners.length > 0 && <div className="quiet">together with {partners.join(', ')}</div>}
      </td>
      <td>{titleOfKind(kind)}</td>
      <td>{domains === null ? 'everything' : domains.map(agency).join(', ')}</td>
      <td>{dayOf(from)}</td>
      <td>{dayOf(to) ?? 'no end'}</td>
      <td>
        <span className={`badge ${suspended ? 'no' : ''}`}>{stateOf(authority)}</span>
      </td>
    </tr>
  );
}

function stateOf({ from, to, suspended }: Authority): string {
  const today = new Date().toISOString().slice(0, 10);
  if (suspended) return 'suspended';
  if (from > today) return 'not yet';
  return to !== null && to <= today ? 'ended' : 'decides now';
}
