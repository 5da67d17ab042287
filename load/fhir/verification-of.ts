import { stringAt, valuesAt, type JsonObject } from '../json.ts';

/** The codes of a condition's verification status: by any system, by none, in words, and as the bare code of older versions. */
export function verificationOf(resource: JsonObject): readonly string[] {
  return [
    ...valuesAt(resource, 'verificationStatus.coding').map(
      (coding) => stringAt(coding, 'code') ?? stringAt(coding, 'display'),
    ),
    typeof resource.verificationStatus === 'string' ? resource.verificationStatus : undefined,
    stringAt(resource, 'verificationStatus.text'),
  ].flatMap(
    (code) =>
      code
        ?.trim()
        .toLowerCase()
        .replaceAll(/[\s_]+/g, '-') ?? [],
  );
}
