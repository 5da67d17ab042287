import type { ExplainedCategoryFragment } from '../generated/graph.ts';
import { howToAsk } from '../shared/routes.ts';

/** The ten lines for one category, with the one that decided and what each rests on. */
export function ExplainedCategory({
  explained,
  title,
}: {
  readonly explained: ExplainedCategoryFragment;
  readonly title: string;
}) {
  const { category, level, decidedBy, lines, routes, unmet } = explained;
  const deciding = lines.find(({ number }) => number === decidedBy);
  return (
    <details className="panel explained" data-category={category}>
      <summary>
        <span className={`badge ${level === null ? 'no' : 'yes'}`}>
          {level === null ? 'withheld' : level === 'FULL' ? 'shown' : 'shown in summary'}
        </span>{' '}
        {title}
      </summary>
      <p>
        Line {decidedBy} decided: {deciding?.sentence}
      </p>
      <ol className="lines">
        {lines.map(({ number, sentence, cites }) => (
          <li key={number} value={number} className={number === decidedBy ? 'deciding' : undefined}>
            {sentence}
            {number === decidedBy && <span className="visually-hidden"> (this line decided)</span>}
            {cites.length > 0 && <div className="cites">Rests on: {cites.join('; ')}</div>}
          </li>
        ))}
      </ol>
      {level === null && (
        <p>
          <b>What would change it.</b> {howToAsk(routes)}
        </p>
      )}
      {level === null && unmet.length > 0 && (
        <>
          <p>
            <b>Rules that would speak if something were otherwise:</b>
          </p>
          <ul>
            {unmet.map(({ rule, sentence }) => (
              <li key={rule}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
