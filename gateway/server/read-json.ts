import { TrellisError } from '../errors.ts';
import { parseJson } from '../parse-json.ts';
import { repeatsKey } from './repeats-key.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads a body as JSON in UTF-8, strictly: what is neither is refused with its reason, never mended into something that was not sent. */
export function readJson(body: Uint8Array): unknown {
  let text: string;
  let value: unknown;
  try {
    text = utf8.decode(body);
    value = parseJson(text);
  } catch (cause) {
    throw new TrellisError('BAD_REQUEST', { reason: cause instanceof SyntaxError ? 'JSON' : 'ENCODING' }, { cause });
  }
  if (repeatsKey(text)) throw new TrellisError('BAD_REQUEST', { reason: 'DUPLICATE_KEY' });
  return value;
}
