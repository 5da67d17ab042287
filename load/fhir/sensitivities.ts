import { vocabulary } from '@trellis/vocabulary';
import { stringAt, valuesAt, type JsonObject } from '../json.ts';

const harmless = new Set(['U', 'L', 'M', 'N', 'R']);

const byLabel = new Map(
  vocabulary.categories
    .filter(({ domain }) => domain === 'sensitivity')
    .flatMap(({ code, labels }) =>
      labels.filter((label) => !harmless.has(label)).map((label) => [label, code] as const),
    ),
);

/**
 * The record categories that a resource's security labels ask for. A label the network has no category for becomes a category nobody
 * knows, which withholds the record: what cannot be read never permits.
 */
export function securityCategories(resource: JsonObject): readonly string[] {
  const labels = valuesAt(resource, 'meta.security').map((label) => stringAt(label, 'code') ?? 'unreadable');
  return [
    ...new Set(
      labels.filter((label) => !harmless.has(label)).map((label) => byLabel.get(label) ?? `security-label.${label}`),
    ),
  ];
}
