export type SealRefusal =
  'UNSEALED' | 'MALFORMED' | 'WRONG_AGENCY' | 'EXPIRED' | 'UNKNOWN_KEY' | 'BAD_SIGNATURE' | 'BAD_DIGEST' | 'REPLAYED';

/** Why a request was not believed. Carries no part of the request. */
export class SealError extends Error {
  readonly reason: SealRefusal;
  constructor(reason: SealRefusal) {
    super(`The seal was refused: ${reason}.`);
    this.name = 'SealError';
    this.reason = reason;
  }
}
