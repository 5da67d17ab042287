export type { Basis, Category, Kind, Level, Limits, Mandate, Of, Vocabulary } from './vocabulary.ts';
export type { AgencyFolder, NetworkFolder } from './network-folder.ts';
export { readAgencyWords, type AgencyWords } from './agency-words.ts';
export type { Requester } from './requester.ts';
export { expandCategories } from './expand-categories.ts';
export { followWords } from './follow-words.ts';
export { network, vocabulary } from './built-in.ts';
export { NetworkFolderError } from './network-folder-error.ts';
export { parseVocabulary } from './parse-vocabulary.ts';
export { isAgencyName, readNetwork } from './read-network.ts';
export { sharedWords } from './shared-words.ts';
export {
  dayIn,
  instantAt,
  isDay,
  isDayPeriod,
  isDayWithin,
  isInstant,
  isTimeZone,
  localDay,
  startOfDay,
  yearsLived,
} from './local-day.ts';
export type { Day, Instant, LocalDay } from './local-day.ts';
