import type { Mapping } from '../mapping.ts';

/** Children in Need census elements and what they become in child protection. Paths are inside the element, which may lie in a child's CINdetails. */
export const cinMappings = {
  Child: {
    element: 'Child',
    becomes: 'the child, its number (identity); file',
    fields: {
      number: 'ChildIdentifiers/LAchildID',
      upn: 'ChildIdentifiers/UPN',
      birthDate: 'ChildIdentifiers/PersonBirthDate',
      sex: 'ChildIdentifiers/GenderCurrent',
      // Since 2025 the census asks for sex.
      sexNow: 'ChildIdentifiers/Sex',
      diedOn: 'ChildIdentifiers/PersonDeathDate',
    },
    reads: { birthDate: 'birthday', diedOn: 'day' },
  },
  CINdetails: {
    element: 'CINdetails',
    becomes: 'referral',
    fields: {
      receivedOn: 'CINreferralDate',
      concern: 'PrimaryNeedCode',
      reporterKind: 'ReferralSource',
      noFurtherAction: 'ReferralNFA',
      closedOn: 'CINclosureDate',
    },
    reads: { receivedOn: 'day', closedOn: 'day' },
  },
  Assessments: {
    element: 'Assessments',
    becomes: 'riskAssessment; factors about adults a familyNote',
    fields: {
      startedOn: 'AssessmentActualStartDate',
      completedOn: 'AssessmentAuthorisationDate',
      factors: 'FactorsIdentifiedAtAssessment/AssessmentFactors',
    },
    reads: { startedOn: 'day', completedOn: 'day' },
  },
  Section47: {
    element: 'Section47',
    becomes: 'investigation',
    fields: { openedOn: 'S47ActualStartDate', closedOn: 'DateOfInitialCPC' },
    reads: { openedOn: 'day', closedOn: 'day' },
  },
  ChildProtectionPlans: {
    element: 'ChildProtectionPlans',
    becomes: 'plan',
    fields: { from: 'CPPstartDate', to: 'CPPendDate', reviewOn: 'Reviews/CPPreviewDate' },
    reads: { from: 'day', to: 'day', reviewOn: 'day' },
  },
  CINPlanDates: {
    element: 'CINPlanDates',
    becomes: 'plan',
    fields: { from: 'CINPlanStartDate', to: 'CINPlanEndDate' },
    reads: { from: 'day', to: 'day' },
  },
} as const satisfies Readonly<Record<string, Mapping>>;
