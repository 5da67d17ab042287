import type { SharingRule, CompiledRules } from '@trellis/decision';
import { CodedError } from '@trellis/subgraph-kit';
import type { Context } from '../context.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { maySee } from '../may-see.ts';
import { coded } from '../refusals.ts';

/** The words of the network with their sentences, and rule sets read as rules. */
export function wordsResolvers({ register, vocabulary }: Pick<RegisterDependencies, 'register' | 'vocabulary'>) {
  return {
    Query: {
      async vocabulary(_root: unknown, _args: object, context: Context) {
        maySee('rules', context);
        const { rules } = await coded(() => register.read([]));
        return {
          purposes: [...vocabulary.purposes].map(([code, { hl7 }]) => ({ code, hl7: hl7 ?? null })),
          categories: vocabulary.categories.map(({ code, domain, of, en, fr }) => ({
            code,
            domain,
            of,
            sentence: en,
            phrase: fr,
          })),
          roles: Object.entries(vocabulary.roles).map(([agency, roles]) => ({ agency, roles })),
          involvementKinds: vocabulary.involvementKinds,
          authorityKinds: rules.ruleSet.authorities.map(({ kind, title, decides, family, rank }) => ({
            kind,
            title: title.en,
            titre: title.fr,
            family,
            isChilds: decides === 'SELF',
            rank,
          })),
        };
      },
    },
    RuleSet: {
      async rules({ number }: { readonly number: number }) {
        return rulesOf(await coded(() => register.compiledRules(number))).map(ruleView);
      },
      async difference({ number }: { readonly number: number }, { from }: { from: number }, context: Context) {
        maySee('ruleSet', context);
        if ((await coded(() => register.ruleSet(from))) === undefined)
          throw new CodedError('BAD_REQUEST', { reason: 'UNKNOWN_CODE', input: ['from'] });
        const [before, after] = await coded(() =>
          Promise.all([register.compiledRules(from), register.compiledRules(number)]),
        );
        return differenceOf(rulesOf(before), rulesOf(after));
      },
    },
  };
}

const rulesOf = ({ ruleSet }: CompiledRules): readonly SharingRule[] => ruleSet.rules;

function ruleView({ sentence, recipients, purposes, involvement, when, authority, obligations, ...rule }: SharingRule) {
  return {
    ...rule,
    conditions: conditionsIn(when),
    sentence: sentence.en,
    phrase: sentence.fr,
    // Null is everybody, or every purpose: for what is never disclosed.
    recipients: recipients === 'EVERYONE' ? null : recipients,
    purposes: purposes === 'EVERY' ? null : purposes,
    involvement: involvement.need,
    involvementKinds: involvement.kinds,
    citation: authority.citation,
    jurisdiction: authority.jurisdiction,
    asOf: authority.asOf,
    confidence: authority.confidence,
    force: authority.force,
    duty: authority.duty?.en ?? null,
    devoir: authority.duty?.fr ?? null,
    obligations: obligations.map(({ code, en, fr }) => ({ code, text: en, texte: fr })),
  };
}

/** The conditions that a rule asks besides, by name alone. */
function conditionsIn({ childAge, notFor, onlyFor, whileOpen, authority }: SharingRule['when']): readonly string[] {
  const asked = {
    CHILD_AGE: childAge !== null,
    NOT_FOR: notFor.length > 0,
    ONLY_FOR: onlyFor.length > 0,
    WHILE_OPEN: whileOpen.length > 0,
    AUTHORITY: authority !== null,
  };
  return Object.entries(asked).flatMap(([name, isAsked]) => (isAsked ? [name] : []));
}

/** Rules that one set has and another has not, and those that both have in other words. */
function differenceOf(before: readonly SharingRule[], after: readonly SharingRule[]) {
  const earlier = new Map(before.map((rule) => [rule.id, rule]));
  const later = new Map(after.map((rule) => [rule.id, rule]));
  return {
    added: after.filter(({ id }) => !earlier.has(id)).map(ruleView),
    removed: before.filter(({ id }) => !later.has(id)).map(ruleView),
    changed: after.flatMap((rule) => {
      const was = earlier.get(rule.id);
      if (was === undefined || JSON.stringify(was) === JSON.stringify(rule)) return [];
      return [{ before: ruleView(was), after: ruleView(rule) }];
    }),
  };
}
