import { Buffer } from 'node:buffer';
import { createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';

/** A key that signs checkpoints, under a name that stays when the key is changed. */
export interface SigningKey {
  readonly name: string;
  /** Ed25519. */
  readonly privateKey: KeyObject;
}

/** A key that checkpoints are verified with. */
export interface VerifyingKey {
  readonly name: string;
  /** The 32 bytes of an Ed25519 public key. */
  readonly publicKey: Uint8Array;
}

/** What a checkpoint says: so many leaves, this root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

const ed25519 = 1;
const derPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** The raw public key of a signing key. */
export function verifyingKeyOf({ name, privateKey }: SigningKey): VerifyingKey {
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { name, publicKey: der.subarray(derPrefix.length) };
}

/** A checkpoint as a signed note (C2SP `tlog-checkpoint`): three lines, a blank one, and a signature that witnesses know how to read. */
export function signCheckpoint({ origin, size, root }: Checkpoint, key: SigningKey): string {
  const text = `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
  const signature = Buffer.concat([keyId(verifyingKeyOf(key)), sign(null, Buffer.from(text), key.privateKey)]);
  return `${text}\n\u2014 ${key.name} ${signature.toString('base64')}\n`;
}

/** Reads a note and verifies it; undefined when it is malformed, or no signature on it is by one of these keys. */
export function openCheckpoint(note: string, keys: readonly VerifyingKey[]): Checkpoint | undefined {
  const cut = note.indexOf('\n\n');
  if (cut < 0) return undefined;
  const text = note.slice(0, cut + 1);
  const signed = note
    .slice(cut + 2)
    .split('\n')
    .some((line) => {
      const match = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line);
      return match !== null && keys.some((key) => isSignedBy(key, text, match[1] ?? '', match[2] ?? ''));
    });
  const body = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text);
  if (!signed || body === null) return undefined;
  const [, origin = '', size = '', root = ''] = body;
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}

function isSignedBy(key: VerifyingKey, text: string, name: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  if (name !== key.name || !bytes.subarray(0, 4).equals(keyId(key))) return false;
  const der = Buffer.concat([derPrefix, key.publicKey]);
  return verify(null, Buffer.from(text), createPublicKey({ key: der, format: 'der', type: 'spki' }), bytes.subarray(4));
}

/** Which key of that name: a hint by which a rotated key is told from the one before. */
function keyId({ name, publicKey }: VerifyingKey): Buffer {
  return hash(
    'sha256',
    Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([ed25519]), publicKey]),
    'buffer',
  ).subarray(0, 4);
}
