export type * from './facts.ts';
export type * from './decision.ts';
export type * from './rule-set.ts';
export type * from './explanation.ts';
export type { InputProblem } from './walk-input.ts';
export type { Finding } from './finding.ts';
export type { CompiledRules } from './compile-rules.ts';
export type { Difference } from './difference.ts';
export type { Impact, RecordedQuestion } from './impact.ts';
export type { Line } from './ladder.ts';
export type { RecordOutcome } from './access-period-category.ts';
export type { RuleSetProblem } from './rule-set-problems.ts';
export type { SeenCategory } from './what-can-see.ts';
export type { Seer } from './who-can-see.ts';
export type { Supposition, WhatIf } from './what-if.ts';
export { RuleSetProblems } from './rule-set-problems.ts';
export { parseRuleSet } from './parse-rule-set.ts';
export { compileRules } from './compile-rules.ts';
export { decide } from './decide.ts';
export { checkRuleSet } from './check-rule-set.ts';
export { FactsProblems, parseChildFacts } from './parse-child-facts.ts';
export { openInvolvements } from './open-involvements.ts';
export { decidedBy, heldAuthorities, isHeldBy, type HeldAuthority } from './held-authorities.ts';
export { ceiling } from './ceiling.ts';
export { couldOpen } from './could-open.ts';
export { explain } from './explain.ts';
export { explainToRequester } from './explain-to-requester.ts';
export { whatIf } from './what-if.ts';
export { impact } from './impact.ts';
export { whoCanSee } from './who-can-see.ts';
export { whatCanSee } from './what-can-see.ts';
export type { Act, Effect, EffectReason, EffectState, WaitsFor, World } from './effect/effect.ts';
export { effectOf } from './effect/effect-of.ts';
export { emergencyEffect, type OpenedEmergency } from './effect/emergency-effect.ts';
export { involveAll } from './effect/completions.ts';
export { givenByItself } from './effect/given-by-itself.ts';
export { routesByApproval } from './effect/routes-by-approval.ts';
export { accessPeriodCategory } from './access-period-category.ts';
export type { ConsentDraft, FhirContext, FhirRefusal, FhirRelease } from './fhir/consent-draft.ts';
export { importConsent, type ImportedConsent, type KeptElements } from './fhir/import-consent.ts';
export { exportConsent, type ExportedConsent } from './fhir/export-consent.ts';
export { allBits, bitsOf, codesOf, hasBit, intersect, isEmpty, isSubset, minus, noBits, union } from './bits.ts';
export { reachedByBoth } from './decided-together.ts';
export { isChildsRole } from './is-childs-role.ts';
export { sharesDecision } from './shares-decision.ts';
export { decidedByChild } from './safety/decided-by-child.ts';
export {
  shownToMember,
  type MemberView,
  type RecordedUse,
  type ShownUse,
  type ToldAccess,
} from './safety/shown-to-member.ts';
export type { SafetyRule } from './safety/family-safety.ts';
