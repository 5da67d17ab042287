import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { DocumentNode } from 'graphql';
import { visit } from 'graphql';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);
/** Below this nothing is gained. */
const leastBytes = 1_000;
/** Shorter texts are everywhere, and say nothing. */
const shortestText = 3;
const mostTexts = 200;

/** A body as it is sent. */
export interface Encoded {
  readonly body: Buffer;
  readonly encoding?: 'br' | 'gzip';
}

/** The parts of a client's request of which a copy may stand in the answer. */
export interface Sent {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** A registered operation's text is its app's, known beforehand: only its variables are the sender's. */
  readonly isRegistered: boolean;
}

/**
 * Compresses an answer where the client asks for it and none of what it sent comes back in it. Who chooses a part of a text and sees the length of the whole can guess
 * the rest of it letter by letter (CRIME, BREACH); so a secret and a client's text are never compressed together: an answer with an alias, or with any text of the
 * variables or the document in it, goes as it is.
 */
export async function compressAnswer(body: string | Buffer, acceptEncoding: unknown, sent: Sent): Promise<Encoded> {
  const plain = Buffer.from(body);
  return reflects(plain, sent) ? { body: plain } : compress(plain, acceptEncoding);
}

/** Compresses what has nothing of a client's text in it, where the client asks for it and something is gained. */
export async function compress(plain: Buffer, acceptEncoding: unknown): Promise<Encoded> {
  const encoding = encodingOf(acceptEncoding);
  if (encoding === undefined || plain.length < leastBytes) return { body: plain };
  if (encoding === 'gzip') return { body: await toGzip(plain, { level: 4 }), encoding };
  return { body: await toBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }), encoding };
}

function encodingOf(accepted: unknown): 'br' | 'gzip' | undefined {
  if (typeof accepted !== 'string') return undefined;
  const names = accepted
    .toLowerCase()
    .split(',')
    .flatMap((each) => {
      const [name = '', ...parameters] = each.split(';').map((part) => part.trim());
      return parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter)) ? [] : [name];
    });
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : undefined;
}

function reflects(body: Buffer, { document, variables, isRegistered }: Sent): boolean {
  const texts = new Set(textsIn(variables));
  let hasAlias = false;
  if (!isRegistered) {
    visit(document, {
      Field: ({ alias }) => void (hasAlias ||= alias !== undefined),
      StringValue: ({ value }) => void texts.add(value),
    });
  }
  if (hasAlias || texts.size > mostTexts) return true;
  return [...texts].some((text) => text.length >= shortestText && body.includes(JSON.stringify(text).slice(1, -1)));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
