export type { Basis, Category, Kind, Level, Limits, Of, Vocabulary } from './vocabulary.ts';
export type { Requester } from './requester.ts';
export { vocabulary } from './built-in.ts';
export { expandCategories } from './expand-categories.ts';
export { parseVocabulary } from './parse-vocabulary.ts';
