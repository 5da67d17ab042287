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
    },
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
  },
  Assessments: {
    element: 'Assessments',
    becomes: 'riskAssessment; factors about adults a familyNote',
    fields: {
      startedOn: 'AssessmentActualStartDate',
      completedOn: 'AssessmentAuthorisationDate',
      factors: 'FactorsIdentifiedAtAssessment/AssessmentFactors',
    },
  },
  Section47: {
    element: 'Section47',
    becomes: 'investigation',
    fields: { openedOn: 'S47ActualStartDate', closedOn: 'DateOfInitialCPC' },
  },
  ChildProtectionPlans: {
    element: 'ChildProtectionPlans',
    becomes: 'plan',
    fields: { from: 'CPPstartDate', to: 'CPPendDate', reviewOn: 'Reviews/CPPreviewDate' },
  },
  CINPlanDates: {
    element: 'CINPlanDates',
    becomes: 'plan',
    fields: { from: 'CINPlanStartDate', to: 'CINPlanEndDate' },
  },
} as const satisfies Readonly<Record<string, Mapping>>;
