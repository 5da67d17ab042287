import type { OpenedSet } from './opened-set.ts';

type Part = NonNullable<OpenedSet['difference']>['parts'][number];
type Entry = Part['entries'][number];

/** The names of a set, by which nobody is shown more or less. */
export const namesAlone = ['pack', 'version', 'notice', 'asOf'];

const changes: Readonly<Record<Entry['change'], string>> = { ADDED: 'New: ', REMOVED: 'Taken away: ', CHANGED: '' };

/** What a set says otherwise outside its rules, entry by entry in sentences. */
export function ChangedPart({ part: { part, entries } }: { readonly part: Part }) {
  const mayOpen = !namesAlone.includes(part);
  if (entries.length === 0) return <p className="rule-change">Some entries only stand in another order.</p>;
  return entries.map(({ title, change, newly, noLonger }) => (
    <article key={title} className={mayOpen ? 'rule-change newly-shown' : 'rule-change no-longer'} aria-label={title}>
      <h4>
        {changes[change]}
        {title} {mayOpen && <span className="badge late">may let more be seen</span>}
      </h4>
      <Sentences title="Newly" said={newly} />
      <Sentences title="No longer" said={noLonger} />
    </article>
  ));
}

function Sentences({ title, said }: { readonly title: string; readonly said: Entry['newly'] }) {
  if (said.length === 0) return null;
  return (
    <ul className="plain-list">
      {said.map(({ sentence }) => (
        <li key={sentence}>
          <b>{title}:</b> {sentence}
        </li>
      ))}
    </ul>
  );
}
