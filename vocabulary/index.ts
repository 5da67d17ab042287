export type { Basis, Category, Kind, Level, Limits, Of, Vocabulary } from './vocabulary.ts';
export type { AgencyFolder, NetworkFolder } from './network-folder.ts';
export type { Requester } from './requester.ts';
export { expandCategories } from './expand-categories.ts';
export { network, vocabulary } from './built-in.ts';
export { NetworkFolderError } from './network-folder-error.ts';
export { parseVocabulary } from './parse-vocabulary.ts';
export { readNetwork } from './read-network.ts';
export { sharedWords } from './shared-words.ts';
