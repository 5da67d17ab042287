import { dateIn } from '../../shared/date-field.tsx';
import { dayOf } from '../../shared/days.ts';
import { useWords } from '../../shared/words.ts';
import type { Holder } from './consent-form.tsx';
import { readBack, type ConsentDraft } from './consent-draft.ts';

/** The text of what will be recorded, in both languages, and of what it does not change. */
export function ReadBack({ draft, holders }: { readonly draft: ConsentDraft; readonly holders: readonly Holder[] }) {
  const [english, french] = [useWords('en'), useWords('fr')];
  const holder = holders.find(({ id }) => id === draft.by);
  const partners = holders.filter(({ id }) => holder?.jointWith.includes(id) === true);
  const text = (language: 'en' | 'fr'): string => {
    const { agency, category } = language === 'en' ? english : french;
    const day = dayOf(dateIn(draft.until), language);
    return readBack(language, draft, { agency: agency(draft.agency), categories: draft.categories.map(category) }, day);
  };
  return (
    <>
      <h2>Read this back to {holder?.holder}</h2>
      <section className="panel" lang="en">
        <p>{text('en')}</p>
      </section>
      <section className="panel" lang="fr">
        <p>{text('fr')}</p>
      </section>
      <div className="note">
        <p>
          <b>What it does not change.</b> What the law requires or allows is told all the same; and nobody is shown
          again what they have already seen.
        </p>
        {partners.length > 0 && draft.decision === 'PERMIT' && (
          <p>
            <b>Whom it waits for.</b> {partners.map((each) => each.holder).join(', ')} must say yes too before anything
            opens.
          </p>
        )}
      </div>
    </>
  );
}
