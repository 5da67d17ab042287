import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import type * as cedarModule from '@cedar-policy/cedar-wasm/nodejs';
import { compileRules, decide } from '@trellis/decision';
import { dayNumber, isCalendarDay } from './cedar-authority.ts';
import { cedarDayOf } from './cedar-consents.ts';
import { generateWorlds, type World } from './generate-world.ts';
import { random } from './random.ts';
import { toCedar } from './to-cedar.ts';

type Cedar = typeof cedarModule;
// V8 11 (Node 20) aborts when it leaves optimised code in the middle of an inlined call into WebAssembly.
setFlagsFromString('--no-turbo-inline-js-wasm-calls');
const cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs') as Cedar;

export interface CedarAgreement {
  readonly cases: number;
  readonly mixed: number;
  readonly disagreements: readonly string[];
}

/** Few enough consents that the policies, in which each consent is weighed against each other, stay readable by a parser. */
const mostConsents = 3;
/** How many categories of each case are asked for, at both levels. */
const mostCategories = 4;

/** Decides generated cases with the engine and with AWS Cedar, from policies made of the same rules and facts. */
export function agreesWithCedar(seed: number, cases: number): CedarAgreement {
  const choose = random(seed);
  const worlds = generateWorlds(choose);
  const disagreements: string[] = [];
  let mixed = 0;
  let parsed: World['facts'] | undefined;
  for (let index = 0; index < cases; index += 1) {
    const whole = worlds.next().value;
    const world = { ...whole, facts: { ...whole.facts, consents: whole.facts.consents.slice(0, mostConsents) } };
    // Several questions are asked about one child: parsing its policies takes longer than all of them.
    if (whole.facts !== parsed) parse(toCedar(world));
    parsed = whole.facts;
    const decision = decide(compileRules(world.ruleSet, world.vocabulary), world.network, world.facts, world.question);
    const answers = new Set<boolean>();
    for (const { code, of } of choose.some(world.vocabulary.categories, mostCategories, mostCategories)) {
      const bit = world.vocabulary.bit.get(code)!;
      for (const level of ['SUMMARY', 'FULL'] as const) {
        const allowed = asks(world, code, of, level);
        answers.add(allowed);
        if ((((decision.yes[level][bit >>> 5]! >>> (bit & 31)) & 1) === 1) !== allowed) {
          disagreements.push(
            `seed ${seed}, case ${index}: Cedar says ${allowed} of ${code} at ${level}\n${JSON.stringify(world.facts)}\n${JSON.stringify(world.question)}`,
          );
        }
      }
    }
    if (answers.size === 2) mixed += 1;
  }
  return { cases, mixed, disagreements };
}

function parse(policies: string): void {
  const parsed = cedar.preparsePolicySet('world', { staticPolicies: policies });
  if (parsed.type === 'failure')
    throw new Error(`${parsed.errors.map(({ message }) => message).join('; ')}\n${policies}`);
}

function asks({ question, ruleSet }: World, code: string, of: string, level: string): boolean {
  const { requester, purpose, now, recordedOn } = question;
  const dated = isCalendarDay(recordedOn);
  const domain = { type: 'Domain', id: code.split('.')[0]! };
  const category = { type: 'Category', id: code };
  const answer = cedar.statefulIsAuthorized({
    principal: { type: 'Requester', id: requester.user },
    action: { type: 'Action', id: level },
    resource: category,
    context: {
      ...requester,
      purpose,
      now,
      today: cedarDayOf(ruleSet.timeZone, now),
      dated,
      recordedOn: dated ? dayNumber(recordedOn) : 0,
    },
    preparsedPolicySetId: 'world',
    entities: [
      { uid: category, attrs: { of }, parents: [domain] },
      { uid: domain, attrs: {}, parents: [] },
    ],
  });
  if (answer.type === 'failure') throw new Error(answer.errors.map(({ message }) => message).join('; '));
  const { errors } = answer.response.diagnostics;
  // Cedar skips a policy that errs, so an error would be a rule gone missing.
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return answer.response.decision === 'allow';
}
