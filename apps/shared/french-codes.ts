/** French words for roles, which the graph names by their codes alone. */
export const frenchRoles: Readonly<Record<string, string>> = {
  caseworker: 'intervenante ou intervenant',
  'intake-worker': 'accueil',
  supervisor: 'supervision',
  teacher: 'enseignante ou enseignant',
  principal: 'direction d’école',
  counsellor: 'conseillère ou conseiller',
  clinician: 'clinicienne ou clinicien',
  officer: 'agente ou agent de police',
  'youth-liaison': 'liaison jeunesse',
  'privacy-officer': 'protection de la vie privée',
  auditor: 'vérification',
  approver: 'approbation',
  system: 'système',
  parent: 'parent',
};

/** The same for purposes. */
export const frenchPurposes: Readonly<Record<string, string>> = {
  'child-protection-investigation': 'enquête de protection',
  'ongoing-protection-service': 'services de protection',
  treatment: 'traitement',
  'care-coordination': 'coordination des soins',
  'education-support': 'soutien scolaire',
  'school-safety': 'sécurité à l’école',
  'law-enforcement-investigation': 'enquête policière',
  'youth-justice-supervision': 'surveillance, justice pour les jeunes',
  placement: 'placement',
  'legal-proceeding': 'instance judiciaire',
  emergency: 'urgence',
  'family-access': 'accès de la famille',
  'privacy-administration': 'administration de la vie privée',
};
