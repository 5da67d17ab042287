/** NIBRS offence codes in words; a code that is not here is shown as it is. */
export const offences: Readonly<Record<string, string>> = {
  '09A': 'Murder or non-negligent manslaughter',
  '09B': 'Negligent manslaughter',
  '100': 'Kidnapping or abduction',
  '11A': 'Rape',
  '11B': 'Sodomy',
  '11C': 'Sexual assault with an object',
  '11D': 'Fondling',
  '120': 'Robbery',
  '13A': 'Aggravated assault',
  '13B': 'Simple assault',
  '13C': 'Intimidation',
  '200': 'Arson',
  '220': 'Burglary or breaking and entering',
  '240': 'Motor vehicle theft',
  '290': 'Destruction, damage or vandalism of property',
  '35A': 'Drug or narcotic violation',
  '35B': 'Drug equipment violation',
  '36A': 'Incest',
  '36B': 'Statutory rape',
  '370': 'Pornography or obscene material',
  '520': 'Weapon law violation',
  '64A': 'Human trafficking: commercial sex acts',
  '64B': 'Human trafficking: involuntary servitude',
  '90C': 'Disorderly conduct',
  '90D': 'Driving under the influence',
  '90F': 'Family offence, non-violent',
  '90G': 'Liquor law violation',
  '90Z': 'Other offence',
};

const sexual = new Set(['11A', '11B', '11C', '11D', '36A', '36B', '64A', '370']);
const drugs = new Set(['35A', '35B', '90D', '90G']);
const assaults = new Set(['09A', '09B', '100', '13A', '13B', '13C']);

/** What makes an incident more sensitive than its kind: sexual or domestic violence, alcohol or drugs. */
export function sensitivitiesOf(codes: readonly string[], withinFamily: boolean): readonly string[] {
  const violence = codes.some((code) => sexual.has(code) || (withinFamily && assaults.has(code)));
  const substance = codes.some((code) => drugs.has(code));
  return [...(substance ? ['sensitivity.substance-use'] : []), ...(violence ? ['sensitivity.violence'] : [])];
}
