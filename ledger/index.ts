export { migrateLedger, openLedger, type Ledger, type LedgerOptions } from './open-ledger.ts';
export type { DisclosureEntry, LedgerRequester, Log, WithholdingEntry } from './entry.ts';
export type { DisclosurePage, DisclosureQuery, ListedEntry } from './disclosures.ts';
export type { ConsistencyProof, InclusionProof } from './proofs.ts';
export { verifyExport } from './export.ts';
export type { Verification } from './verifier.ts';
export {
  openCheckpoint,
  signCheckpoint,
  verifyingKeyOf,
  type Checkpoint,
  type SigningKey,
  type VerifyingKey,
} from './checkpoint-note.ts';
export { verifyConsistency, verifyInclusion } from './merkle/verify-proof.ts';
export { leafHash } from './merkle/hash.ts';
