import { dateIn } from '../../shared/date-field.tsx';
import { dayOf } from '../../shared/days.ts';
import { useWords } from '../../shared/words.ts';
import { holderIs } from '../holder-is.ts';
import type { AuthorityHolder } from './authority-holder.ts';
import { Changes } from './changes.tsx';
import { readBack, type ConsentDraft } from './consent-draft.ts';

/** The text of what will be recorded, in both languages, and of what it does not change. */
export function ReadBack({
  draft,
  holders,
}: {
  readonly draft: ConsentDraft;
  readonly holders: readonly AuthorityHolder[];
}) {
  const [english, french] = [useWords('en'), useWords('fr')];
  const holder = holders.find(({ id }) => id === draft.by);
  const partners = holders.filter(({ id }) => holder?.jointWith.includes(id) === true);
  const text = (language: 'en' | 'fr'): string => {
    const { agency, category, role, purpose } = language === 'en' ? english : french;
    const day = dayOf(dateIn(draft.until), language);
    const whom =
      draft.role === '' ? agency(draft.agency) : `${agency(draft.agency)} (${role(draft.role, draft.agency)})`;
    const categories = draft.categories.map(category);
    return readBack(language, draft, { whom, categories, purposes: draft.purposes.map(purpose) }, day);
  };
  return (
    <>
      <h2>Read this back{holder !== undefined && ` to the ${holderIs(holder)}`}</h2>
      <section className="panel" lang="en">
        <p>{text('en')}</p>
      </section>
      <section className="panel" lang="fr">
        <p>{text('fr')}</p>
      </section>
      <Changes draft={draft} />
      <div className="note">
        <p>
          <b>What it does not change.</b> What others are told, by law or by another decision; and what was already seen
          was seen.
        </p>
        {partners.length > 0 && draft.decision === 'PERMIT' && (
          <p>
            <b>Whom it waits for.</b> {partners.map((each) => `The ${holderIs(each)}`).join(', ')} must say yes too
            before anything opens.
          </p>
        )}
      </div>
    </>
  );
}
