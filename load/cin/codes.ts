/** The census's code lists, in words. */
export const primaryNeeds: Readonly<Record<string, string>> = {
  N0: 'Not stated',
  N1: 'Abuse or neglect',
  N2: "Child's disability or illness",
  N3: "Parent's disability or illness",
  N4: 'Family in acute stress',
  N5: 'Family dysfunction',
  N6: 'Socially unacceptable behaviour',
  N7: 'Low income',
  N8: 'Absent parenting',
  N9: 'Cases other than children in need',
};

export const referralSources: Readonly<Record<string, string>> = {
  '1A': 'Family member, relative or carer',
  '1B': 'Acquaintance',
  '1C': 'Self',
  '1D': 'Other individual',
  '2A': 'School',
  '2B': 'Education services',
  '3A': 'General practitioner',
  '3B': 'Health visitor',
  '3C': 'School nurse',
  '3D': 'Other primary health services',
  '3E': 'Emergency department',
  '3F': 'Other health services',
  '4': 'Housing',
  '5A': 'Social care of the same authority',
  '5B': 'Other department of the same authority',
  '5C': 'Social care of another authority',
  '6': 'Police',
  '7': 'Other legal agency',
  '8': 'Other',
  '9': 'Anonymous',
  '10': 'Unknown',
};

const concerns: Readonly<Record<string, string>> = {
  '1': 'Alcohol misuse',
  '2': 'Drug misuse',
  '3': 'Domestic violence',
  '4': 'Mental health',
  '5': 'Learning disability',
  '6': 'Physical disability or illness',
};

const ofAdults: Readonly<Record<string, string>> = { B: 'parent or carer', C: 'another person in the household' };

const others: Readonly<Record<string, string>> = {
  '7A': 'Young carer',
  '8A': 'Privately fostered',
  '8B': 'Privately fostered: from overseas, to return',
  '8C': 'Privately fostered: from overseas, to stay',
  '8D': 'Privately fostered: from the country, for education',
  '8E': 'Privately fostered: from the country, by arrangement of the family',
  '8F': 'Privately fostered: other',
  '9A': 'Unaccompanied asylum-seeking child',
  '10A': 'Missing',
  '11A': 'Child sexual exploitation',
  '12A': 'Trafficking',
  '13A': 'Gangs',
  '14A': 'Socially unacceptable behaviour',
  '15A': 'Self-harm',
  '16A': 'Neglect',
  '17A': 'Emotional abuse',
  '18A': 'Physical abuse',
  '18B': 'Physical abuse by a child',
  '18C': 'Physical abuse by an adult',
  '19A': 'Sexual abuse',
  '19B': 'Sexual abuse by a child',
  '19C': 'Sexual abuse by an adult',
  '20': 'Other',
  '21': 'No factors identified',
  '22A': 'Female genital mutilation',
  '23A': 'Abuse linked to faith or belief',
  '24A': 'Radicalisation',
};

/** A factor of an assessment: what it is, and whether it is about an adult, whose data a child's consent does not open. */
export function readFactor(code: string): { readonly text: string; readonly ofAdult: boolean } {
  const [, concern = '', whose = ''] = /^([1-6])([A-C])$/.exec(code) ?? [];
  const text = concerns[concern];
  if (text === undefined) return { text: others[code] ?? `Factor ${code}`, ofAdult: false };
  const adult = ofAdults[whose];
  return adult === undefined ? { text, ofAdult: false } : { text: `${text}: ${adult}`, ofAdult: true };
}
