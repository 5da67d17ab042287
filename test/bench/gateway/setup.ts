import type { JSONWebKeySet } from 'jose';

/** What every process of the bench is told when it starts. */
export interface Setup {
  /** How many children there are. The first half permits everything; in the second half one in ten withholds. */
  readonly children: number;
  readonly supergraphSdl: string;
  readonly agencyUrls: Readonly<Record<string, string>>;
  /** Agency → secret of its seals, in hex. */
  readonly sealSecrets: Readonly<Record<string, string>>;
  readonly jwks: JSONWebKeySet;
  /** A Postgres to make a database of one's own on; undefined for an embedded one. */
  readonly databaseUrl?: string;
}

/** What a process answers once it can be asked. */
export interface Started {
  readonly urls: Readonly<Record<string, string>>;
}

/** What a process has used since it started. */
export interface Used {
  readonly cpuMs: number;
  readonly rssMb: number;
}

export const issuer = 'https://issuer.bench.example';
export const audience = 'trellis';
export const purpose = 'ongoing-protection-service';
/** The `sub`s that ask: the caseworkers of every child. */
export const users = Array.from({ length: 8 }, (_, number) => `caseworker-${number}`);
