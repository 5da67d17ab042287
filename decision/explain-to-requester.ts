import type { CompiledRules } from './compile-rules.ts';
import { decidedChild } from './decide.ts';
import type { Question, Route } from './decision.ts';
import { bitOf } from './explain.ts';
import type { RequesterExplanation } from './explanation.ts';
import type { ChildFacts, NetworkFacts } from './facts.ts';
import { routesTo } from './routes-to.ts';
import type { Sentence } from './rule-set.ts';

const routeSentences: Readonly<Record<Route, Sentence>> = {
  CONSENT: {
    en: 'It may be obtained with the consent of somebody entitled to decide.',
    fr: "Il peut être obtenu avec le consentement d'une personne autorisée à décider.",
  },
  APPROVAL: {
    en: 'It may be obtained with the approval of its custodian.',
    fr: "Il peut être obtenu avec l'approbation de son dépositaire.",
  },
  EMERGENCY: {
    en: 'It may be opened in an emergency, with a reason, and the opening is reviewed.',
    fr: "Il peut être ouvert en cas d'urgence, avec un motif, et l'ouverture est examinée.",
  },
};
const noRoute: Sentence = {
  en: 'It is not shared with this requester for this purpose.',
  fr: "Il n'est pas partagé avec ce demandeur à cette fin.",
};

/** All that the requester may be told about a category: how it could be obtained. The same whatever was consented to, refused or ordered. */
export function explainToRequester(
  rules: CompiledRules,
  network: NetworkFacts,
  facts: ChildFacts,
  question: Question,
  category: string,
): RequesterExplanation {
  const bit = bitOf(rules.vocabulary, category);
  const child = decidedChild(rules, network, facts, question);
  const routes = child ? routesTo(child.compiled.routeMasks, bit, 'SUMMARY') : [];
  const sentences = routes.length > 0 ? routes.map((route) => routeSentences[route]) : [noRoute];
  return {
    category,
    routes,
    sentence: { en: sentences.map(({ en }) => en).join(' '), fr: sentences.map(({ fr }) => fr).join(' ') },
  };
}
