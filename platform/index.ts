export { BoundedCache } from './bounded-cache.ts';
export { ConfigurationError } from './configuration/configuration-error.ts';
export { readConfiguration, tryReading, type Environment } from './configuration/read-configuration.ts';
export {
  databaseVariables,
  json,
  jsonFile,
  port,
  textFile,
  textFiles,
  webUrl,
  whole,
  withPassword,
} from './configuration/variables.ts';
export { canonicalJson } from './canonical-json.ts';
export { readKept, writeKept } from './package-cache.mjs';
export { DatabaseError, sqlState, type Database, type Queryable } from './database.ts';
export { openPostgres, type PostgresOptions } from './postgres-database.ts';
export type { EmbeddedServer } from './embedded/embedded-server.ts';
export { openEmbedded, type EmbeddedOptions } from './embedded/open-embedded.ts';
export { migrate } from './migrate.ts';
export { MigrationError } from './migration-error.ts';
export { fixedClock, systemClock, type Clock } from './clock.ts';
export { CacheUnavailable, type Cache, type RateBudget } from './cache.ts';
export { openProcessCache } from './process-cache.ts';
export { openRedisCache, type RedisCacheOptions } from './redis-cache.ts';
