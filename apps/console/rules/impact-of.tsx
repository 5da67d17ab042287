import { useWords, words } from '../../shared/words.ts';
import type { OpenedSet } from './opened-set.ts';

type Impact = NonNullable<OpenedSet['impact']>;

/** The past questions that would be answered otherwise: what is newly shown first, and in red. */
export function ImpactOf({ impact }: { readonly impact: Impact }) {
  const opens = impact.changes.filter((each) => each.opens);
  const closes = impact.changes.filter((each) => !each.opens);
  return (
    <>
      <p role="status">
        Of {impact.questions} questions of the last month, {impact.changed} would be answered otherwise
        {impact.complete ? '' : ' (there were more than could be tried)'}.
      </p>
      <p className={impact.changed === 0 ? 'note warn' : 'quiet'}>
        This is about last month’s questions alone. What nobody asked then is not in it
        {impact.changed === 0
          ? ': that none would be answered otherwise does not mean that nothing changes.'
          : '.'}{' '}
        What the set lets be seen stands above.
      </p>
      {opens.length > 0 && <Changes title="Newly shown" changes={opens} className="newly-shown" />}
      {closes.length > 0 && <Changes title="No longer shown" changes={closes} className="no-longer" />}
    </>
  );
}

interface Props {
  readonly title: string;
  readonly changes: Impact['changes'];
  readonly className: string;
}

function Changes({ title, changes, className }: Props) {
  const { category, agency } = useWords();
  return (
    <section className={className}>
      <h4>
        {title} <span className="count">{changes.length}</span>
      </h4>
      <ul>
        {[...changes]
          .sort((one, other) => other.questions - one.questions)
          .map((each) => (
            <li key={[each.agency, each.role, each.purpose, each.category, each.level].join()}>
              <b>{category(each.category)}</b> To: {words(each.role)}, {agency(each.agency)}, for {words(each.purpose)};{' '}
              {each.questions === 1 ? 'once' : `${String(each.questions)} times`}.
            </li>
          ))}
      </ul>
    </section>
  );
}
