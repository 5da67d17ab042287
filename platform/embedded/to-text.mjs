import { Buffer } from 'node:buffer';

/** A parameter as the text Postgres reads it from: the forms the pg driver sends, so that one statement means the same in both. */
export function toText(value) {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return arrayText(value);
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

function arrayText(values) {
  return `{${values
    .map((value) => {
      if (value === null || value === undefined) return 'NULL';
      return Array.isArray(value) ? arrayText(value) : quoted(toText(value));
    })
    .join(',')}}`;
}

function quoted(text) {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
