/** Invented schools, by municipality of the families they serve. */
export const schools = [
  {
    id: 'school-maple-narrows-ps',
    name: 'Maple Narrows Public School',
    board: 'Lakeshore District School Board',
    municipality: 'Maple Narrows',
    from: 4,
    to: 13,
    phone: '705-555-0181',
  },
  {
    id: 'school-maple-narrows-ss',
    name: 'Maple Narrows Secondary School',
    board: 'Lakeshore District School Board',
    municipality: 'Maple Narrows',
    from: 14,
    to: 18,
    phone: '705-555-0182',
  },
  {
    id: 'school-port-halden-ps',
    name: 'Port Halden Public School',
    board: 'Lakeshore District School Board',
    municipality: 'Port Halden',
    from: 4,
    to: 13,
    phone: '705-555-0183',
  },
  {
    id: 'school-port-halden-ss',
    name: 'Port Halden Collegiate',
    board: 'Lakeshore District School Board',
    municipality: 'Port Halden',
    from: 14,
    to: 18,
    phone: '705-555-0184',
  },
  {
    id: 'school-saint-aubin-ep',
    name: 'École élémentaire du Canal',
    board: 'Conseil scolaire des Rivières',
    municipality: 'Saint-Aubin',
    from: 4,
    to: 13,
    phone: '705-555-0185',
  },
  {
    id: 'school-saint-aubin-es',
    name: 'École secondaire Saint-Aubin',
    board: 'Conseil scolaire des Rivières',
    municipality: 'Saint-Aubin',
    from: 14,
    to: 18,
    phone: '705-555-0186',
  },
  {
    id: 'school-cedar-ps',
    name: 'Cedar Rapids Crossing School',
    board: 'Northern Rivers Education Authority',
    municipality: 'Cedar Rapids Crossing',
    from: 4,
    to: 18,
    phone: '705-555-0187',
  },
] as const;

export type School = (typeof schools)[number];

/** The Ontario grade of a child of this age at the start of the school year. */
export function gradeAt(age: number): string {
  return age <= 4 ? 'JK' : age === 5 ? 'SK' : String(Math.min(age - 5, 12));
}
