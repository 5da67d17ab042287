import { useWords } from '../../shared/words.ts';
import type { NetworkOverviewQuery } from '../../generated/graph.ts';
import { flowsOf, neverGiven } from './flows.ts';

/** The flows of data from whom to whom under the rules in force, and the kinds of data that flow to nobody. */
export function FlowMap({ data }: { readonly data: NetworkOverviewQuery }) {
  const { category } = useWords();
  const rules = data.rules.rules ?? [];
  const hidden = neverGiven(rules, data.vocabulary.categories);
  return (
    <>
      <h2>What may flow to whom</h2>
      <p>
        How many kinds of data the rules in force let each agency have at all; most of them only with consent, by
        approval, or where it works with the child.
      </p>
      <FlowTable flows={flowsOf(rules)} />
      <h2>
        Kinds of data that no rule gives to anybody <span className="count">{hidden.length}</span>
      </h2>
      {hidden.length === 0 ? (
        <p className="empty">There is none.</p>
      ) : (
        <ul>
          {hidden.map((code) => (
            <li key={code}>{category(code)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function FlowTable({ flows }: { readonly flows: ReturnType<typeof flowsOf> }) {
  const { agency } = useWords();
  const recipients = [...new Set([...flows.values()].flatMap((to) => [...to.keys()]))].sort();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label="Flows">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">Data of</th>
            {recipients.map((name) => (
              <th key={name} scope="col">
                to {agency(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...flows].map(([custodian, to]) => (
            <tr key={custodian}>
              <th scope="row">{agency(custodian)}</th>
              {recipients.map((name) => (
                <td key={name}>{to.get(name) ?? <span className="quiet">none</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
