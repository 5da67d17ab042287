import { defineAgency, type Agency } from '@trellis/subgraph-kit';
import type { RegisterDependencies } from './dependencies.ts';
import { openLoaders, type RegisterLoaders } from './loaders.ts';
import { childFileResolvers } from './resolvers/child-file.ts';
import { childResolvers } from './resolvers/child.ts';
import { confirmationResolvers } from './resolvers/confirmations.ts';
import { disclosureResolvers } from './resolvers/disclosure.ts';
import { effectResolvers } from './resolvers/effect.ts';
import { explainResolvers } from './resolvers/explain.ts';
import { lookUpResolvers } from './resolvers/look-ups.ts';
import { mutationResolvers } from './resolvers/mutation.ts';
import { queryResolvers } from './resolvers/query.ts';
import { unconfirmedResolvers } from './resolvers/unconfirmed.ts';
import { reachabilityResolvers } from './resolvers/reachability.ts';
import { ruleSetWords } from './resolvers/rule-set-words.ts';
import { ruleSetResolvers } from './resolvers/rule-set.ts';
import { standingResolvers } from './resolvers/standing.ts';
import { wordsResolvers } from './resolvers/words.ts';
import { workResolvers } from './resolvers/work.ts';

/** The public face of register and ledger. It owns no tables: those are migrated by the rooms whose they are. */
export function openRegisterAgency(dependencies: RegisterDependencies): Agency {
  const words = wordsResolvers(dependencies);
  return defineAgency<RegisterLoaders>({
    name: 'register',
    sdl: new URL('schema.graphql', import.meta.url),
    loaders: () => openLoaders(dependencies),
    resolvers: {
      Query: {
        ...queryResolvers(dependencies),
        ...unconfirmedResolvers(dependencies),
        ...confirmationResolvers(dependencies),
        ...childFileResolvers(dependencies),
        ...lookUpResolvers(dependencies),
        ...workResolvers(dependencies),
        ...standingResolvers(dependencies),
        ...reachabilityResolvers(dependencies),
        ...explainResolvers(dependencies),
        ...words.Query,
      },
      Mutation: mutationResolvers(dependencies),
      Child: childResolvers(dependencies),
      ...effectResolvers(dependencies),
      RuleSet: { ...ruleSetResolvers(dependencies), ...words.RuleSet, ...ruleSetWords },
      Disclosure: disclosureResolvers,
    },
  });
}
