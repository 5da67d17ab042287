import { momentOf } from '../../shared/days.ts';
import { Answered } from '../../shared/answered.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { useWords } from '../../shared/words.ts';
import { ReadInEmergencyDocument } from '../../generated/graph.ts';
import type { EmergencyAccess } from './emergency-access.ts';

/** The entries of the ledger on what was read on the ground of one emergency access. */
export function ReadThen({ emergency }: { readonly emergency: EmergencyAccess }) {
  const { category } = useWords();
  const { user, openedAt, closedAt, until, child } = emergency;
  const { answer } = useAnswer(ReadInEmergencyDocument, { by: user, from: openedAt, to: closedAt ?? until });
  const entries = (answer?.data?.disclosures.edges ?? [])
    .map(({ node }) => node)
    .filter((entry) => entry.child?.id === child?.id);
  return (
    <section className="panel" aria-label="What was read">
      <h2>What was read meanwhile</h2>
      <Answered answer={answer}>
        {() => entries.length === 0 && <p className="quiet">Nothing about this child was read.</p>}
      </Answered>
      <ul>
        {entries.map((entry) => (
          <li key={entry.at + entry.categories.join()}>
            {momentOf(entry.at)}
            <ul>
              {[...entry.categories, ...entry.summarised].map((code) => (
                <li key={code}>
                  {category(code)}{' '}
                  {entry.grounds.some((ground) => ground.category === code && ground.kind === 'EMERGENCY') && (
                    <span className="badge no">opened by the emergency</span>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
