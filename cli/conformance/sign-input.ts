import { createHmac, sign } from 'node:crypto';
import type { SealKey } from '@trellis/seal';

/**
 * Signs whatever a `signature-input` names, as RFC 9421 says it: a faulty one rightly signed tells an agency that reads it from one that only
 * verifies.
 */
export function signInput(
  { method, path, headers }: { method: string; path: string; headers: Readonly<Record<string, string>> },
  input: string,
  { algorithm, key }: SealKey,
): string {
  const derived: Readonly<Record<string, string>> = { '@method': method, '@path': path };
  const [components = ''] = /^\([^)]*\)/.exec(input) ?? [];
  const names = [...components.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
  const lines = names.map((name) => `"${name}": ${derived[name] ?? headers[name] ?? ''}`);
  const base = [...lines, `"@signature-params": ${input}`].join('\n');
  return algorithm === 'ed25519'
    ? sign(null, Buffer.from(base), key).toString('base64')
    : createHmac('sha256', key).update(base).digest('base64');
}
