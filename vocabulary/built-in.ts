import { readFileSync } from 'node:fs';
import { parseVocabulary } from './parse-vocabulary.ts';

/** The vocabulary that ships with Trellis (`vocabulary.yaml`). */
export const vocabulary = parseVocabulary(readFileSync(new URL('vocabulary.yaml', import.meta.url), 'utf8'));
