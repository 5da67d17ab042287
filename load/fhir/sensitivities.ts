import { vocabulary } from '@trellis/vocabulary';
import { stringAt, valuesAt, type Json, type JsonObject } from './json.ts';

/**
 * Which codes make a record more sensitive than its kind. Short on purpose: it adds to the labels a source sets itself, which are the rule.
 * ICD-10 by the letters a code begins with, SNOMED CT by code.
 */
const icd10: readonly [RegExp, string][] = [
  [/^F1[0-9]/, 'sensitivity.substance-use'],
  [/^(T40|Z71\.[45]|Z72\.[01])/, 'sensitivity.substance-use'],
  [/^(A5|A6[0-4]|B2[0-4]|O|Z21|Z3[0-9])/, 'sensitivity.sexual-health'],
  [/^(T74|T76|X8[5-9]|X9|Y0[0-9])/, 'sensitivity.violence'],
];

const snomed: Readonly<Record<string, string>> = {
  '7200002': 'sensitivity.substance-use', // alcoholism
  '66214007': 'sensitivity.substance-use', // substance abuse
  '191816009': 'sensitivity.substance-use', // drug dependence
  '86406008': 'sensitivity.sexual-health', // human immunodeficiency virus infection
  '72892002': 'sensitivity.sexual-health', // normal pregnancy
  '397940009': 'sensitivity.violence', // victim of child abuse
  '706893006': 'sensitivity.violence', // victim of intimate partner abuse
};

const harmless = new Set(['U', 'L', 'M', 'N', 'R']);

const byLabel = new Map(
  vocabulary.categories
    .filter(({ domain }) => domain === 'sensitivity')
    .flatMap(({ code, labels }) =>
      labels.filter((label) => !harmless.has(label)).map((label) => [label, code] as const),
    ),
);

/** The record categories that follow from a concept's codes. */
export function sensitivitiesOf(codings: readonly Json[]): readonly string[] {
  const found = new Set<string>();
  for (const coding of codings) {
    const code = stringAt(coding, 'code');
    if (code === undefined) continue;
    const system = stringAt(coding, 'system') ?? '';
    if (/icd-?10/i.test(system)) for (const [pattern, category] of icd10) if (pattern.test(code)) found.add(category);
    const known = system === 'http://snomed.info/sct' ? snomed[code] : undefined;
    if (known) found.add(known);
  }
  return [...found];
}

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
