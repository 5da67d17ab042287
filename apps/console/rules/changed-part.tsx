import { capital } from '../../shared/words.ts';
import type { OpenedSet } from './opened-set.ts';

type Part = NonNullable<OpenedSet['difference']>['parts'][number];

const titles: Readonly<Record<string, string>> = {
  authorities: 'Who may decide for a child',
  onlyByOrder: 'What a court order alone opens',
  accessPeriods: 'How long records may be read',
  familySafety: 'What a family is not shown',
  longestProtocolDays: 'How long a protocol lasts, in days',
  longestApprovalDays: 'How long an approval lasts, in days',
  ageUnknownBelow: 'How a child of unknown age is taken',
  timeZone: 'When days begin',
  pack: 'The name of the set',
  version: 'The version of the set',
  notice: 'The notice of the set',
  asOf: 'When the law was looked at',
};

/** The names of a set, by which nobody is shown more or less. */
export const namesAlone = ['pack', 'version', 'notice', 'asOf'];

/** What a set says otherwise outside its rules, entry by entry as it is written. */
export function ChangedPart({ part: { part, newly, noLonger } }: { readonly part: Part }) {
  const mayOpen = !namesAlone.includes(part);
  return (
    <article className={mayOpen ? 'rule-change newly-shown' : 'rule-change no-longer'} aria-label={part}>
      <h4>
        {titles[part] ?? capital(part)} {mayOpen && <span className="badge late">may let more be seen</span>}
      </h4>
      <ul className="plain-list">
        {newly.map((each) => (
          <li key={`newly ${each}`}>
            <b>Newly:</b> <code>{each}</code>
          </li>
        ))}
        {noLonger.map((each) => (
          <li key={`no longer ${each}`}>
            <b>No longer:</b> <code>{each}</code>
          </li>
        ))}
      </ul>
    </article>
  );
}
