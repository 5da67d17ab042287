import { Answered } from '../../shared/answered.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { useWords } from '../../shared/words.ts';
import { ExplainDocument } from '../../generated/graph.ts';

const roleOf = (kind: string): string =>
  kind === 'child' || kind.includes('capable') ? 'child' : kind.includes('parent') ? 'parent' : 'substitute';

/** The view of what one holder of an authority can read of a child at this moment. */
export function SightOf({
  child,
  holder,
  kind,
}: {
  readonly child: string;
  readonly holder: string;
  readonly kind: string;
}) {
  const { category } = useWords();
  const { answer } = useAnswer(ExplainDocument, {
    child,
    requester: { agency: 'family', role: roleOf(kind), user: holder, kind: 'family' },
    purpose: 'family-access',
  });
  const shown = (answer?.data?.explain.categories ?? []).filter(({ level }) => level !== null);
  return (
    <>
      <Answered answer={answer}>
        {() => (
          <p data-shown={shown.length}>
            {shown.length === 0 ? 'Reads nothing.' : `Reads ${String(shown.length)} kinds of data.`}
          </p>
        )}
      </Answered>
      {shown.length > 0 && (
        <details>
          <summary>Which</summary>
          <ul>
            {shown.map((each) => (
              <li key={each.category}>{category(each.category)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
