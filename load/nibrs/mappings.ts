import type { Mapping } from '../mapping.ts';

/** NIBRS 2019 elements, children of a Report, and what they become in police. */
export const nibrsMappings = {
  ReportHeader: {
    element: 'ReportHeader',
    becomes: 'incident (its service, and what kind of report it is)',
    fields: {
      category: 'NIBRSReportCategoryCode',
      action: 'ReportActionCategoryCode',
      ori: 'ReportingAgency/OrganizationAugmentation/OrganizationORIIdentification/IdentificationID',
    },
  },
  Incident: {
    element: 'Incident',
    becomes: 'incident',
    fields: {
      number: 'ActivityIdentification/IdentificationID',
      occurredAt: 'ActivityDate/DateTime',
      occurredOn: 'ActivityDate/Date',
      dateIsReport: 'IncidentAugmentation/IncidentReportDateIndicator',
      exceptionalClearance: 'IncidentAugmentation/IncidentExceptionalClearanceCode',
    },
    reads: { occurredAt: 'instant', occurredOn: 'day' },
  },
  Offense: {
    element: 'Offense',
    becomes: 'incident (its violation)',
    fields: { violation: 'OffenseUCRCode' },
  },
  Person: {
    element: 'Person',
    becomes: 'incidentPerson (whether known to be an adult)',
    fields: {
      id: '@id',
      age: 'PersonAgeMeasure/MeasureIntegerValue',
      ageFrom: 'PersonAgeMeasure/MeasureIntegerRange/RangeMinimumIntegerValue',
      ageTo: 'PersonAgeMeasure/MeasureIntegerRange/RangeMaximumIntegerValue',
      // Schemas before 2019 write a range in another way.
      ageFromBefore: 'PersonAgeMeasure/MeasureRangeValue/RangeMinimumIntegerValue',
      ageToBefore: 'PersonAgeMeasure/MeasureRangeValue/RangeMaximumIntegerValue',
      ageText: 'PersonAgeMeasure/MeasureValueText',
    },
  },
  Victim: {
    element: 'Victim',
    becomes: 'incidentPerson',
    only: 'persons (with RoleOfPerson)',
    fields: { id: '@id', person: 'RoleOfPerson/@ref', category: 'VictimCategoryCode' },
  },
  Subject: {
    element: 'Subject',
    becomes: 'incidentPerson',
    only: 'persons (with RoleOfPerson)',
    fields: { id: '@id', person: 'RoleOfPerson/@ref' },
  },
  Arrestee: {
    element: 'Arrestee',
    becomes: 'incidentPerson',
    only: 'persons (with RoleOfPerson)',
    fields: { id: '@id', person: 'RoleOfPerson/@ref', juvenileDisposition: 'ArresteeJuvenileDispositionCode' },
  },
  Arrest: {
    element: 'Arrest',
    becomes: 'incident (cleared by charge; a group B arrest is the incident itself)',
    fields: {
      number: 'ActivityIdentification/IdentificationID',
      on: 'ActivityDate/Date',
      violation: 'ArrestCharge/ChargeUCRCode',
    },
    reads: { on: 'day' },
  },
  SubjectVictimAssociation: {
    element: 'SubjectVictimAssociation',
    becomes: 'incidentPerson (its relationship)',
    fields: { victim: 'Victim/@ref', subject: 'Subject/@ref', relationship: 'VictimToSubjectRelationshipCode' },
  },
} as const satisfies Readonly<Record<string, Mapping>>;
