import { TrellisError } from '../errors.ts';
import { parseJson } from '../parse-json.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads a body as JSON in UTF-8, strictly: what is neither is refused with its reason, never mended into something that was not sent. */
export function readJson(body: Uint8Array): unknown {
  try {
    return parseJson(utf8.decode(body));
  } catch (cause) {
    throw new TrellisError('BAD_REQUEST', { reason: cause instanceof SyntaxError ? 'JSON' : 'ENCODING' }, { cause });
  }
}
