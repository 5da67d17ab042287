import type { Mapping } from '../mapping.ts';

const child = 'StudentReference/StudentIdentity/StudentUniqueId';

/** Ed-Fi 5.2 interchange elements and what they become in education. */
export const edFiMappings = {
  Student: {
    element: 'Student',
    becomes: 'the child, its number (identity); an enrolment without school or dates, until one is known',
    fields: {
      number: 'StudentUniqueId',
      given: 'Name/FirstName',
      family: 'Name/LastSurname',
      birthDate: 'BirthData/BirthDate',
      sex: 'BirthData/BirthSex',
    },
  },
  School: {
    element: 'School',
    becomes: 'school',
    fields: { sourceId: 'SchoolId', name: 'NameOfInstitution', phone: 'InstitutionTelephone/TelephoneNumber' },
  },
  StudentSchoolAssociation: {
    element: 'StudentSchoolAssociation',
    becomes: 'enrolment',
    fields: {
      child,
      school: 'SchoolReference/SchoolIdentity/SchoolId',
      grade: 'EntryGradeLevel',
      entryOn: 'EntryDate',
      exitOn: 'ExitWithdrawDate',
    },
  },
  StudentSchoolAttendanceEvent: {
    element: 'StudentSchoolAttendanceEvent',
    becomes: 'attendanceEvent',
    fields: {
      child,
      on: 'AttendanceEvent/EventDate',
      kind: 'AttendanceEvent/AttendanceEventCategory',
      reason: 'AttendanceEvent/AttendanceEventReason',
      school: 'SchoolReference/SchoolIdentity/SchoolId',
      session: 'SessionReference/SessionIdentity/SessionName',
    },
  },
  StudentSectionAttendanceEvent: {
    element: 'StudentSectionAttendanceEvent',
    becomes: 'attendanceEvent',
    fields: {
      child,
      on: 'AttendanceEvent/EventDate',
      kind: 'AttendanceEvent/AttendanceEventCategory',
      reason: 'AttendanceEvent/AttendanceEventReason',
      section: 'SectionReference/SectionIdentity/SectionIdentifier',
    },
  },
  StudentSpecialEducationProgramAssociation: {
    element: 'StudentSpecialEducationProgramAssociation',
    becomes: 'accommodation',
    fields: {
      child,
      programme: 'ProgramReference/ProgramIdentity/ProgramName',
      description: 'SpecialEducationSetting',
      began: 'BeginDate',
      from: 'IEPBeginDate',
      exited: 'SpecialEducationExitDate',
      to: 'EndDate',
    },
  },
  StudentSection504ProgramAssociation: {
    element: 'StudentSection504ProgramAssociation',
    becomes: 'accommodation',
    fields: { child, programme: 'ProgramReference/ProgramIdentity/ProgramName', began: 'BeginDate', to: 'EndDate' },
  },
  DisciplineIncident: {
    element: 'DisciplineIncident',
    becomes: 'disciplineIncident; each external participant a disciplineParticipant without a name',
    fields: {
      id: '@id',
      incident: 'IncidentIdentifier',
      school: 'SchoolReference/SchoolIdentity/SchoolId',
      occurredOn: 'IncidentDate',
      behaviour: 'Behavior/Behavior',
      description: 'Behavior/BehaviorDetailedDescription',
      place: 'IncidentLocation',
      externalRole: 'DisciplineIncidentExternalParticipant/DisciplineIncidentParticipationCode',
    },
  },
  StudentDisciplineIncidentBehaviorAssociation: {
    element: 'StudentDisciplineIncidentBehaviorAssociation',
    becomes: 'disciplineParticipant',
    fields: {
      child,
      incidentRef: 'DisciplineIncidentReference/@ref',
      incident: 'DisciplineIncidentReference/DisciplineIncidentIdentity/IncidentIdentifier',
      school: 'DisciplineIncidentReference/DisciplineIncidentIdentity/SchoolReference/SchoolIdentity/SchoolId',
      behaviour: 'Behavior',
      role: 'DisciplineIncidentParticipationCode',
    },
  },
  StudentDisciplineIncidentNonOffenderAssociation: {
    element: 'StudentDisciplineIncidentNonOffenderAssociation',
    becomes: 'disciplineParticipant',
    fields: {
      child,
      incidentRef: 'DisciplineIncidentReference/@ref',
      incident: 'DisciplineIncidentReference/DisciplineIncidentIdentity/IncidentIdentifier',
      school: 'DisciplineIncidentReference/DisciplineIncidentIdentity/SchoolReference/SchoolIdentity/SchoolId',
      role: 'DisciplineIncidentParticipationCode',
    },
  },
  DisciplineAction: {
    element: 'DisciplineAction',
    becomes: 'disciplineParticipant (its action)',
    fields: {
      child,
      action: 'Discipline',
      incident:
        'StudentDisciplineIncidentBehaviorAssociationReference/StudentDisciplineIncidentBehaviorAssociationIdentity/DisciplineIncidentReference/DisciplineIncidentIdentity/IncidentIdentifier',
      school:
        'StudentDisciplineIncidentBehaviorAssociationReference/StudentDisciplineIncidentBehaviorAssociationIdentity/DisciplineIncidentReference/DisciplineIncidentIdentity/SchoolReference/SchoolIdentity/SchoolId',
    },
  },
} as const satisfies Readonly<Record<string, Mapping>>;
