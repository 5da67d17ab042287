export { compareBirthDates, type DateAgreement } from './compare-birth-dates.ts';
export { compareParts, type NameAgreement } from './compare-names.ts';
export { comparePeople, type Comparison, type Person, type Verdict } from './compare-people.ts';
export { foldName, lettersOf } from './fold-name.ts';
export { nearBirthDates } from './near-birth-dates.ts';
