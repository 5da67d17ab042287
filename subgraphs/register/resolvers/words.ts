import { CodedError } from '@trellis/subgraph-kit';
import type { Context } from '../context.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { maySee } from '../may-see.ts';
import { coded } from '../refusals.ts';
import { differenceView } from '../views/rules-difference.ts';
import { ruleView } from '../views/sharing-rule.ts';

/** The words of the network with their sentences, and rule sets read as rules. */
export function wordsResolvers({ register, vocabulary }: Pick<RegisterDependencies, 'register' | 'vocabulary'>) {
  return {
    Query: {
      async vocabulary(_root: unknown, _args: object, context: Context) {
        maySee('rules', context);
        const { rules } = await coded(() => register.read([]));
        return {
          purposes: [...vocabulary.purposes].map(([code, { hl7, title }]) => ({
            code,
            hl7: hl7 ?? null,
            title: title?.en ?? null,
            titre: title?.fr ?? null,
          })),
          categories: vocabulary.categories.map(({ code, domain, of, en, fr }) => ({
            code,
            domain,
            of,
            sentence: en,
            phrase: fr,
          })),
          roles: Object.entries(vocabulary.roles).map(([agency, roles]) => ({
            agency,
            roles,
            titles: [...(vocabulary.roleTitles.get(agency) ?? [])].map(([role, { en, fr }]) => ({
              role,
              title: en,
              titre: fr,
            })),
          })),
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
        const { ruleSet } = await coded(() => register.compiledRules(number));
        return ruleSet.rules.map(ruleView);
      },
      async difference({ number }: { readonly number: number }, { from }: { from: number }, context: Context) {
        maySee('ruleSet', context);
        if ((await coded(() => register.ruleSet(from))) === undefined)
          throw new CodedError('BAD_REQUEST', { reason: 'UNKNOWN_CODE', input: ['from'] });
        const [before, after] = await coded(() =>
          Promise.all([register.compiledRules(from), register.compiledRules(number)]),
        );
        return differenceView(before.ruleSet, after.ruleSet, vocabulary);
      },
    },
  };
}
