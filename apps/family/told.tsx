import { momentOf } from '../shared/days.ts';
import { FaultNote } from '../shared/fault-note.tsx';
import { useAnswer } from '../shared/use-answer.ts';
import { ToldDocument } from '../generated/graph.ts';
import { useLanguage } from './language.tsx';

/** What this person was told about the child, in sentences: that something lapses with a birthday, or was answered. Nobody else is told the same here. */
export function Told({ child }: { readonly child: string }) {
  const { say, language } = useLanguage();
  const { answer } = useAnswer(ToldDocument, {});
  const notices = (answer?.data?.notices ?? []).filter((each) => each.child?.id === child);
  return (
    <>
      <FaultNote faults={answer?.faults ?? []} language={language} />
      {notices.length > 0 && (
        <section>
          <h2>{say.told}</h2>
          <ul className="told">
            {notices.map(({ id, at, sentence, phrase }) => (
              <li key={id}>
                {language === 'fr' ? phrase : sentence} <span className="quiet">{momentOf(at, language)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
