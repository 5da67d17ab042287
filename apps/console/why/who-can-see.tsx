import { Answered } from '../../shared/answered.tsx';
import { useAnswer } from '../../shared/use-answer.ts';
import { sentenceCase, words } from '../../shared/words.ts';
import { WhoCanSeeDocument, type WhoCanSeeQuery } from '../../generated/graph.ts';
import { groundWord } from '../ground-word.ts';
import { useWhoIs } from '../who-is.ts';

type Seer = WhoCanSeeQuery['whoCanSee'][number];

/** Everybody who could be given one kind of data of a child now: each person or role once, with what for and on which ground. */
export function WhoCanSee({ child, category }: { readonly child: string; readonly category: string }) {
  const whoIs = useWhoIs();
  const { answer } = useAnswer(WhoCanSeeDocument, { child, category });
  return (
    <Answered answer={answer}>
      {({ whoCanSee }) =>
        whoCanSee.length === 0 ? (
          <p className="empty">Nobody could be given it now.</p>
        ) : (
          <>
            <ul className="seers">
              {[...grouped(whoCanSee)].map(([key, seers]) => (
                <li key={key}>
                  <b>{sentenceCase(nameOf(seers[0], whoIs))}</b>
                  {seers.map(({ purpose, level, grounds }) => (
                    <div key={purpose} className="quiet">
                      for {words(purpose)}
                      {level === 'SUMMARY' ? ', in summary' : ''}: {groundsOf(grounds)}
                    </div>
                  ))}
                </li>
              ))}
            </ul>
            <p className="quiet">
              As far as you may know it: whom another agency assigned to this child is that agency’s to say.
            </p>
          </>
        )
      }
    </Answered>
  );
}

function nameOf(seer: Seer | undefined, whoIs: ReturnType<typeof useWhoIs>): string {
  if (seer === undefined) return '';
  const { named, requester } = seer;
  return whoIs(named ? requester : { agency: requester.agency, role: requester.role });
}

function grouped(seers: readonly Seer[]): ReadonlyMap<string, readonly Seer[]> {
  const found = new Map<string, Seer[]>();
  for (const seer of seers) {
    const { agency, role, user } = seer.requester;
    const key = [agency, role, user].join(' ');
    found.set(key, [...(found.get(key) ?? []), seer]);
  }
  return found;
}

function groundsOf(grounds: Seer['grounds']): string {
  return [...new Set(grounds.map(({ kind }) => `by ${groundWord(kind)}`))].join(', ');
}
