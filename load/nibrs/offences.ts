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

const sexual = new Set(['11A', '11B', '11C', '11D', '36A', '36B', '36C', '40A', '40B', '40C', '64A', '370', '90H']);
const drugs = new Set(['35A', '35B', '90D', '90E', '90G']);
const assaults = new Set(['09A', '09B', '09C', '100', '13A', '13B', '13C']);

/** Every code of the published schemas; one that is not among them has not been classified. */
const known =
  /^(09[ABC]|10[013]|11[ABCD]|120|13[ABC]|200|210|220|23[A-H]|240|250|26[A-H]|270|280|290|30[ABCD]|35[AB]|36[ABC]|370|39[ABCD]|40[ABC]|49[ABC]|510|52[0126]|58[AB]|61[AB]|620|64[AB]|720|90[A-Z])$/;

const close =
  /family member|spouse|partner|boyfriend|girlfriend|cohabit|relationship|child of|step|sibling|parent|babysit|^(SE|CS|PA|SB|CH|GP|GC|IL|SP|SC|SS|OF|BG|CF|HR|XS|XR|BE)$/i;

/** Checks whether the people of an incident live, or lived, as family or partners: step-family and those who parted among them. */
export function isClose(relationship: string): boolean {
  return relationship.split('; ').some((each) => close.test(each));
}

/** The sensitivities of an incident beyond its kind: sexual or domestic violence, alcohol or drugs; or an offence that nobody has classified. */
export function sensitivitiesOf(codes: readonly string[], withinFamily: boolean): readonly string[] {
  const violence = codes.some((code) => sexual.has(code) || (withinFamily && (assaults.has(code) || code === '90F')));
  const substance = codes.some((code) => drugs.has(code));
  return [
    ...(substance ? ['sensitivity.substance-use'] : []),
    ...(codes.some((code) => !known.test(code)) ? ['sensitivity.unclassified'] : []),
    ...(violence ? ['sensitivity.violence'] : []),
  ];
}
