import type { CheckRulesQuery } from '../../generated/graph.ts';
import type { Rule } from './matrix.ts';
import { ruleAt } from './rule-at.ts';

type Check = CheckRulesQuery['checkRules'];

interface Props {
  readonly check: Check;
  readonly rules: readonly Rule[];
  readonly yaml: string;
}

/** The checker's findings: what stands in the way, then what to think about of the rules that change; of all others it is folded away. */
export function Checked({ check: { problems, added, changed }, ...where }: Props) {
  const others = problems.filter(({ severity }) => severity !== 'NOTE');
  const notes = problems.filter(({ severity }) => severity === 'NOTE');
  const touched = new Set([...added, ...changed]);
  const own = notes.filter(({ rules }) => rules.some((each) => touched.has(each)));
  const rest = notes.filter((each) => !own.includes(each));
  return (
    <>
      {others.length === 0 && <p>Nothing stands in the way.</p>}
      <Problems problems={others} {...where} />
      {own.length > 0 && (
        <>
          <h4>
            To think about, of what changes <span className="count">{own.length}</span>
          </h4>
          <Problems problems={own} {...where} />
        </>
      )}
      {rest.length > 0 && (
        <details>
          <summary>Of rules that do not change ({rest.length})</summary>
          <Problems problems={rest} {...where} />
        </details>
      )}
    </>
  );
}

interface ProblemsProps extends Omit<Props, 'check'> {
  readonly problems: Check['problems'];
}

function Problems({ problems, rules, yaml }: ProblemsProps) {
  return (
    <ul>
      {problems.map((problem, at) => (
        <li key={`${String(at)} ${problem.message}`}>
          <span className={`badge ${problem.severity === 'ERROR' ? 'late' : ''}`}>
            {problem.severity.toLowerCase()}
          </span>{' '}
          {problem.message}
          {problem.line !== null && <Place line={problem.line} rules={rules} yaml={yaml} />}
        </li>
      ))}
    </ul>
  );
}

/** The rule and the words in which a fault lies: the number of a line says nothing to whoever sees one rule alone. */
function Place({ line, rules, yaml }: Omit<Props, 'check'> & { readonly line: number }) {
  const { id, words } = ruleAt(yaml, line);
  const sentence = rules.find((each) => each.id === id)?.sentence;
  return (
    <div className="quiet">
      {id === undefined ? `Outside the rules, line ${String(line)} of the whole set` : `In the rule ${id}`}
      {sentence !== undefined && ` (“${sentence}”)`}, at: <code>{words}</code>
    </div>
  );
}
