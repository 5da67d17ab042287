import type { Mapping } from '../../mapping.ts';

/** A field's place in its segment, as the specification counts: `38-45`. */
export type Columns = `${number}-${number}`;

const header = { action: '6-6', ori: '17-25' } as const;

/** Segments of the NIBRS flat file and what they become in police. Paths are positions in the line. */
export const flatMappings = {
  Administrative: {
    element: 'Administrative',
    becomes: 'incident',
    fields: {
      ...header,
      number: '26-37',
      on: '38-45',
      dateIsReport: '46-46',
      hour: '47-48',
      exceptionalClearance: '49-49',
    },
    reads: { on: 'plainDay' },
  },
  Offense: {
    element: 'Offense',
    becomes: 'incident (its violation)',
    fields: { ...header, violation: '38-40' },
  },
  Victim: {
    element: 'Victim',
    becomes: 'incidentPerson',
    only: 'persons (type I or L)',
    fields: { ...header, sequence: '38-40', category: '71-71', age: '72-75', relationships: '90-129' },
  },
  Offender: {
    element: 'Offender',
    becomes: 'incidentPerson',
    fields: { ...header, sequence: '38-39', age: '40-43' },
  },
  Arrestee: {
    element: 'Arrestee',
    becomes: 'incidentPerson; incident (cleared by charge)',
    fields: {
      ...header,
      sequence: '38-39',
      on: '52-59',
      violation: '62-64',
      age: '71-74',
      juvenileDisposition: '79-79',
    },
    reads: { on: 'plainDay' },
  },
  GroupBArrest: {
    element: 'GroupBArrest',
    becomes: 'incident (the arrest itself); incidentPerson',
    fields: {
      ...header,
      number: '26-37',
      sequence: '38-39',
      on: '40-47',
      violation: '49-51',
      age: '58-61',
      juvenileDisposition: '66-66',
    },
    reads: { on: 'plainDay' },
  },
} as const satisfies Readonly<Record<string, Mapping<Readonly<Record<string, Columns>>>>>;
