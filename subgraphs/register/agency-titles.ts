/** What the agencies are called, in both languages of the network. */
export const agencyTitles: Readonly<Record<string, { readonly en: string; readonly fr: string }>> = {
  'child-protection': { en: "Children's aid society", fr: "Société d'aide à l'enfance" },
  'mental-health': { en: 'Child and youth mental health', fr: "Santé mentale de l'enfance et de la jeunesse" },
  education: { en: 'School boards', fr: 'Conseils scolaires' },
  police: { en: 'Police service', fr: 'Service de police' },
  identity: { en: 'Identity', fr: 'Identité' },
  register: { en: 'Register', fr: 'Registre' },
};
