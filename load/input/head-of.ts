import { LoadRefused } from '../load-refused.ts';
import type { InputFile } from './input-file.ts';
import { readText } from './read-text.ts';

const enough = 4_096;

/** The first characters of a file, by which its format is told; nothing where it cannot be read: whoever reads it says why. */
export async function headOf(file: InputFile): Promise<string> {
  let head = '';
  try {
    for await (const piece of readText(file)) {
      head += piece;
      if (head.length >= enough) break;
    }
  } catch (error) {
    if (!(error instanceof LoadRefused) && !isMissing(error)) throw error;
  }
  return head.slice(0, enough).replace(/^\uFEFF/, '');
}

function isMissing(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR';
}
