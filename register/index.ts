export { migrateRegister, openRegister, type Register, type RegisterOptions } from './open-register.ts';
export { RegisterError, type RegisterErrorCode } from './error.ts';
export { seedRegister, type RegisterSeed } from './seed-register.ts';
export type { ConditionName, Extent, Grant, ReadingGrant } from './permissions/grant.ts';
export { mayEverAsk } from './permissions/may-ever-ask.ts';
export { permissionTable, type Mutation } from './permissions/mutation-table.ts';
export { readingConditions, type ChildStanding } from './permissions/reading-conditions.ts';
export { readingExtent, readingGrantsFor } from './permissions/reading-extent.ts';
export { readingTable, type Readable } from './permissions/reading-table.ts';
export type { Notice } from './deliver-notices.ts';
export { notePublication } from './note-publication.ts';
export { reviewByOf } from './review-by-of.ts';
export { isUnreachable } from './is-unreachable.ts';
export { startScheduler } from './start-scheduler.ts';
export { postToHook, type NoticeHook } from './post-to-hook.ts';
export type { NewNotice, NoticeKind } from './notices.ts';
export type { RecordPage } from './work-queries.ts';
export type { ConfirmedKind, Waiting } from './confirmations.ts';
export type { RecordDropped } from './commands/drop-proposal.ts';
export { againstErasure } from './against-erasure.ts';
export { droppedOf } from './dropped-proposal.ts';
export { pendingOf, type PendingChange } from './pending-change.ts';
export { proposalOf, type ProposedAct } from './proposal-of.ts';
export type { DropOutcome } from './drop-outcome.ts';
export { seenConsent } from './seen-consent.ts';
export type { LookUp, NewLookUp } from './look-ups.ts';
export type { Exchanges, Reachability } from './reachability.ts';
export type { RoundReading as Reading } from './facts-reader.ts';
export type { DecidedOn } from './still-current.ts';
export type { PastReading, RuleSetWithText } from './queries.ts';
export type {
  Actor,
  Bodies,
  RegisteredChild as ChildRecord,
  Detail,
  Linkage,
  RulePublication as Publication,
  Recorded,
  RecordKind,
  RuleSetRecord,
  RuleSetState,
  Statement,
} from './records.ts';
export type { RecordAct, RecordThen } from './record-history.ts';
