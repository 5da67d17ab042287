import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { composeServices } from '@apollo/composition';
import { readKept, writeKept } from '@trellis/platform';
import type { Join } from '@trellis/schema';
import { print } from 'graphql';

const { version } = createRequire(import.meta.url)('@apollo/composition/package.json') as { version: string };

/** Apollo's composition of these very services, kept between starts: it takes a second, and nothing but the services and its release decides it. */
export const keptJoin: Join = (services) => {
  const asked = JSON.stringify([version, services.map(({ name, url, typeDefs }) => [name, url, print(typeDefs)])]);
  const name = `composed/${createHash('sha256').update(asked).digest('hex')}.graphql`;
  const kept = readKept(name);
  if (kept !== undefined) return { supergraphSdl: kept.toString() };
  const result = composeServices(services);
  if (result.supergraphSdl !== undefined) writeKept(name, result.supergraphSdl);
  return result;
};
