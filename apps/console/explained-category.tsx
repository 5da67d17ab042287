import { Cited } from '../shared/cited.tsx';
import type { ExplainedCategoryFragment, ExplainQueryVariables } from '../generated/graph.ts';
import { howToAsk } from '../shared/routes.ts';
import { LazyDetails } from './lazy-details.tsx';
import { WhoCanSee } from './why/who-can-see.tsx';
import { WouldConsentOpen } from './why/would-consent-open.tsx';

interface Props {
  readonly explained: ExplainedCategoryFragment;
  readonly title: string;
  readonly asked: ExplainQueryVariables;
}

/** The ten lines for one category, with the one that decided and what each rests on; and, to unfold, what would change it and who else could be given it. */
export function ExplainedCategory({ explained, title, asked }: Props) {
  const { category, level, decidedBy, lines, routes } = explained;
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
            {cites.length > 0 && (
              <div className="cites">
                Rests on: <Cited cites={cites} />
              </div>
            )}
          </li>
        ))}
      </ol>
      {level === null && (
        <p>
          <b>What would change it.</b> {howToAsk(routes)}
        </p>
      )}
      {level === null && <Unmet unmet={explained.unmet} />}
      {level === null && routes.includes('CONSENT') && (
        <LazyDetails summary="Whose yes would open it now?">
          {() => <WouldConsentOpen asked={asked} category={category} />}
        </LazyDetails>
      )}
      <LazyDetails summary="Who could be given it now?">
        {() => <WhoCanSee child={asked.child} category={category} />}
      </LazyDetails>
    </details>
  );
}

function Unmet({ unmet }: { readonly unmet: ExplainedCategoryFragment['unmet'] }) {
  if (unmet.length === 0) return null;
  return (
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
  );
}
