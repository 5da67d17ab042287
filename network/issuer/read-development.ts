import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NetworkFolderError, type NetworkFolder } from '@trellis/vocabulary';
import { parse } from 'yaml';
import { z } from 'zod';

const shape = z.strictObject({
  /** The purposes that a token of an agency's workers may assert, the usual one first; all of the network unless given. */
  purposes: z.record(z.string(), z.array(z.string())).default({}),
  officers: z.array(z.strictObject({ agency: z.string(), role: z.string(), name: z.string() })).default([
    { agency: 'network', role: 'privacy-officer', name: 'Privacy officer 1' },
    { agency: 'network', role: 'privacy-officer', name: 'Privacy officer 2' },
    { agency: 'network', role: 'approver', name: 'Approver' },
    { agency: 'network', role: 'auditor', name: 'Auditor' },
  ]),
  /** The first question of the explorer; CHILD stands for an identifier. */
  question: z
    .string()
    .default(
      '# What is withheld is null here and named in extensions.trellis.withheld, with the ways to it.\nquery Child {\n  child(id: "CHILD") {\n    id\n    name\n  }\n}\n',
    ),
});

/** A network's `development.yaml`: whom one may be on its development network, and what the explorer asks first. */
export type DevelopmentFile = z.output<typeof shape>;

/**
 * Reads `development.yaml` of a network's folder; where there is none, what fits every network.
 *
 * @throws {NetworkFolderError} where it does not fit, naming each part.
 */
export function readDevelopment({ folder }: Pick<NetworkFolder, 'folder'>): DevelopmentFile {
  const file = join(folder, 'development.yaml');
  const read = shape.safeParse(existsSync(file) ? parse(readFileSync(file, 'utf8')) : {});
  if (read.success) return read.data;
  throw new NetworkFolderError(
    folder,
    read.error.issues.map(({ path, message }) => `development.yaml: ${path.join('.')}: ${message}`),
  );
}
