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
    reads: { birthDate: 'birthday' },
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
    reads: { entryOn: 'day', exitOn: 'day' },
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
    reads: { on: 'day' },
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
      school:
        'SectionReference/SectionIdentity/CourseOfferingReference/CourseOfferingIdentity/SchoolReference/SchoolIdentity/SchoolId',
      session:
        'SectionReference/SectionIdentity/CourseOfferingReference/CourseOfferingIdentity/SessionReference/SessionIdentity/SessionName',
    },
    reads: { on: 'day' },
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
    reads: { began: 'day', from: 'day', exited: 'day', to: 'day' },
  },
  StudentSection504ProgramAssociation: {
    element: 'StudentSection504ProgramAssociation',
    becomes: 'accommodation',
    fields: { child, programme: 'ProgramReference/ProgramIdentity/ProgramName', began: 'BeginDate', to: 'EndDate' },
    reads: { began: 'day', to: 'day' },
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
    reads: { occurredOn: 'day' },
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
  // Before 4.0, and in some exports since.
  StudentDisciplineIncidentAssociation: {
    element: 'StudentDisciplineIncidentAssociation',
    becomes: 'disciplineParticipant',
    fields: {
      child,
      incidentRef: 'DisciplineIncidentReference/@ref',
      incident: 'DisciplineIncidentReference/DisciplineIncidentIdentity/IncidentIdentifier',
      school: 'DisciplineIncidentReference/DisciplineIncidentIdentity/SchoolReference/SchoolIdentity/SchoolId',
      behaviour: 'Behavior/Behavior',
      role: 'StudentParticipationCode',
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
