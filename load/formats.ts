import type { LoadingAgency } from './agencies/index.ts';
import { cin } from './cin/index.ts';
import { edFi } from './ed-fi/index.ts';
import { fhir } from './fhir/index.ts';
import type { Format } from './format.ts';
import { nibrsFlat } from './nibrs/flat/index.ts';
import { nibrs } from './nibrs/index.ts';
import { oneRoster } from './oneroster/index.ts';
import { ssda903, ssda903Csv } from './ssda903/index.ts';

/** The formats that each agency's systems export. A file that none recognises is the first one's to refuse, by its own words. */
export const formats: Readonly<Record<LoadingAgency, readonly [Format<object>, ...Format<object>[]]>> = {
  'mental-health': [fhir],
  education: [edFi, oneRoster],
  police: [nibrs, nibrsFlat],
  'child-protection': [cin, ssda903, ssda903Csv],
};
