import type { AuthorityKind, Sentence } from '@trellis/decision';
import { inWords } from './in-words.ts';
import { listCategories, type RuleSetWords } from './list-categories.ts';
import type { SaidEntry } from './said-entry.ts';
import { sayLaw } from './say-law.ts';

type Reach = AuthorityKind['reach'][number];

/** Everything that a kind of authority is: who has it, whom it comes before, what it reaches, and on which law. */
export function sayAuthority(each: AuthorityKind, words: RuleSetWords): SaidEntry {
  const { kind, title, decides, rank, reach, authority } = each;
  return {
    key: kind,
    title,
    says: [
      { en: `It is called: ${title.en}.`, fr: `Il s'appelle : ${title.fr}.` },
      decides === 'SELF'
        ? {
            en: 'It is the child’s own: what the child decides outranks anybody’s decision, either way.',
            fr: "C'est celle de l'enfant : ce que l'enfant décide l'emporte sur la décision de quiconque, dans un sens ou dans l'autre.",
          }
        : { en: 'Its holder decides for the child.', fr: "Son titulaire décide pour l'enfant." },
      {
        en: `Its rank is ${String(rank)}: of those who decide for a child, who has a lower number does so first.`,
        fr: `Son rang est ${String(rank)} : de ceux qui décident pour un enfant, celui dont le nombre est plus petit le fait d'abord.`,
      },
      readsAs(each),
      ...(reach.length === 0
        ? [{ en: 'It decides nothing for the child.', fr: "Elle ne décide rien pour l'enfant." }]
        : reach.flatMap((part) => sayReach(part, decides === 'SELF', words))),
      sayLaw(authority),
    ],
  };
}

function readsAs({ family }: AuthorityKind): Sentence {
  if (family === null)
    return {
      en: 'Its holder does not read as a member of the family.',
      fr: 'Son titulaire ne lit pas à titre de membre de la famille.',
    };
  return {
    en: `Its holder reads as family, in the role “${inWords(family)}”.`,
    fr: `Son titulaire lit à titre de famille, dans le rôle « ${inWords(family)} ».`,
  };
}

/** One part of the reach: a sentence for each domain, so that a kind of data more or less changes that one alone. */
function sayReach(reach: Reach, isChilds: boolean, words: RuleSetWords): readonly Sentence[] {
  const may = mayDo(reach);
  const when = [...ages(reach), ...capacity(reach, isChilds)];
  const head = {
    en: [may.en, ...when.map(({ en }) => en)].join('; '),
    fr: [may.fr, ...when.map(({ fr }) => fr)].join('; '),
  };
  return listCategories(reach.categories, words).map(({ en, fr }) => ({
    en: `${head.en}: ${en}.`,
    fr: `${head.fr} : ${fr}.`,
  }));
}

function mayDo({ may, of }: Reach): Sentence {
  const [permits, refuses] = [may.includes('CONSENT'), may.includes('REFUSE')];
  const act = permits
    ? refuses
      ? { en: 'May permit and refuse', fr: 'Peut permettre et refuser' }
      : { en: 'May permit, not refuse', fr: 'Peut permettre, non refuser' }
    : { en: 'May refuse, not permit', fr: 'Peut refuser, non permettre' };
  if (!of.includes('ADULT')) return act;
  return of.includes('CHILD')
    ? { en: `${act.en}, also data of adults`, fr: `${act.fr}, aussi pour les données d'adultes` }
    : { en: `${act.en}, data of adults alone`, fr: `${act.fr}, pour les seules données d'adultes` };
}

function ages({ fromAge, toAge }: Reach): readonly Sentence[] {
  return [
    ...(fromAge === null ? [] : [{ en: `from age ${String(fromAge)}`, fr: `dès ${String(fromAge)} ans` }]),
    ...(toAge === null ? [] : [{ en: `until age ${String(toAge)}`, fr: `jusqu'à ${String(toAge)} ans` }]),
  ];
}

function capacity({ yieldsAt, presumedFrom }: Reach, isChilds: boolean): readonly Sentence[] {
  const [yields, presumed] = [String(yieldsAt), String(presumedFrom)];
  return [
    ...(yieldsAt === null
      ? []
      : [
          {
            en: `a capable child of ${yields} or older decides instead`,
            fr: `un enfant capable d'au moins ${yields} ans décide à sa place`,
          },
        ]),
    ...(presumedFrom === null
      ? isChilds
        ? [{ en: 'only where found capable', fr: 'seulement si la capacité est constatée' }]
        : []
      : [
          {
            en: `taken to be capable from ${presumed} on, before that only where found so`,
            fr: `présumé capable dès ${presumed} ans, auparavant seulement si la capacité est constatée`,
          },
        ]),
  ];
}
