import type { NamedChild } from './named-child.ts';
import { ask, decision, jointly, order } from './named-child-facts.ts';

const hour = 3_600_000;
const police = 'law-enforcement-investigation';
const investigation = 'child-protection-investigation';
const service = 'ongoing-protection-service';
const school = 'education-support';

const child = (id: string, given: string, surname: string, { sex, age }: { sex: 'F' | 'M'; age: number }) => ({
  id,
  given,
  surname,
  sex,
  age,
});

/** Ten children, one for each line of the decision: who they are, what was decided, and what the network answers to whom. */
export const namedChildren: readonly NamedChild[] = [
  {
    ...child('q5rj2mzkd7w3xhcybn6tfgo4ea', 'Rosalie', 'Fontclair', { sex: 'F', age: 9 }),
    line: 1,
    story: 'Someone worried about Rosalie told the society. Nobody is told who: not her caseworker, not her mother.',
    protection: { worker: 'cw-renaud', kind: 'ongoing-service' },
    asks: [
      ask('cw-renaud', service, ['Child.name', 'ProtectionFile.riskLevel', 'Referral.concern'], ['Referral.reporter:']),
      ask('mother of Rosalie', 'family-access', ['ProtectionFile.status'], ['ProtectionFile.referrals:']),
    ],
  },
  {
    ...child('w3kx6nbvq2zr7mdjtyh5cfaosi', 'Finn', 'Penhale', { sex: 'M', age: 11 }),
    line: 2,
    story: "Finn's parents let his school know of his counselling. A court order forbids it, and the order stands.",
    treatment: { worker: 'cl-haddad', concern: 'anxiety' },
    teacher: 'te-carrow',
    decided: (family) => ({
      consents: jointly('PERMIT', family, {
        id: 'finn-school',
        recipients: [{ agency: 'education' }],
        purposes: [school],
        categories: ['mental-health.involvement'],
      }),
      orders: [
        order('fo-21-0417', family, {
          decision: 'REFUSE',
          recipients: [{ agency: 'education' }],
          categories: ['mental-health'],
        }),
      ],
    }),
    asks: [
      ask(
        'te-carrow',
        school,
        ['EducationRecord.grade'],
        ['Child.mentalHealth:CONSENT', 'Child.inMentalHealthService:CONSENT'],
      ),
      ask('cl-haddad', 'treatment', ['MentalHealthRecord.conditions'], ['Child.education:CONSENT']),
    ],
  },
  {
    ...child('h7tqyc4zgm2dwx5nrbk6joufla', 'Imani', 'Okoro', { sex: 'F', age: 12 }),
    line: 3,
    story: "A judge let the school's counsellor read Imani's plan of service, which no rule would give a school.",
    protection: { worker: 'cw-osei', kind: 'ongoing-service' },
    teacher: 'te-nguyen',
    decided: (family) => ({
      orders: [
        order('fo-22-0093', family, {
          decision: 'PERMIT',
          recipients: [{ agency: 'education', role: 'counsellor' }],
          categories: ['child-protection.involvement', 'child-protection.plan'],
        }),
      ],
    }),
    asks: [
      ask('co-penhale', school, ['Child.protection', 'ProtectionFile.planOfService'], ['ProtectionFile.riskLevel:']),
      ask('te-nguyen', school, ['EducationRecord.grade'], ['Child.protection:CONSENT']),
    ],
  },
  {
    ...child('m2vd5xqhk3ynj7wgzr4ctbfuoi', 'Theo', 'Larkham', { sex: 'M', age: 7 }),
    line: 4,
    story:
      "Theo's parents refuse the society everything. Its duty to investigate stands, for the caseworker it assigned.",
    protection: { worker: 'cw-osei', kind: 'investigation' },
    treatment: { worker: 'cl-beaulieu', concern: 'trauma' },
    teacher: 'te-carrow',
    decided: (family) => ({
      consents: jointly('REFUSE', family, {
        id: 'theo-society',
        recipients: [{ agency: 'child-protection' }],
        purposes: [investigation],
        categories: ['child-protection', 'education', 'mental-health', 'identity'],
      }),
    }),
    asks: [
      ask(
        'cw-osei',
        investigation,
        ['Child.name', 'ProtectionFile.riskLevel', 'EducationRecord.attendanceEvents', 'MentalHealthRecord.safetyPlan'],
        ['MentalHealthRecord.conditions:CONSENT APPROVAL'],
      ),
      ask('cw-larkham', investigation, ['Child.name', 'ProtectionFile.status'], ['ProtectionFile.riskLevel:']),
    ],
  },
  {
    ...child('z6bgw4ntc2xqyh3dkmr7vjoaue', 'Noor', 'Rahimi', { sex: 'F', age: 15 }),
    line: 5,
    story: 'Police may be told of the risk to Noor if the society approves. It did, for Det. Quillan and nobody else.',
    protection: { worker: 'cw-stonecrane', kind: 'ongoing-service' },
    officer: 'po-quillan',
    decided: ({ now }) => ({
      approvals: [
        {
          id: 'noor-quillan',
          custodian: 'child-protection',
          recipient: { agency: 'police', role: 'officer', user: 'po-quillan' },
          purpose: police,
          categories: ['child-protection.risk'],
          state: 'APPROVED',
          until: now + 60 * 24 * hour,
        },
      ],
    }),
    asks: [
      ask('po-quillan', police, ['ProtectionFile.riskLevel', 'Incident.violation'], ['ProtectionFile.planOfService:']),
      ask('po-rivard', police, ['Child.protection', 'Incident.violation'], ['ProtectionFile.riskLevel:APPROVAL']),
    ],
  },
  {
    ...child('c4yhr7kzq3mxt2gvwd6nbjosfa', 'Willa', 'Stonecrane', { sex: 'F', age: 14 }),
    line: 6,
    story:
      'Late at night P. Moreau opened emergency access to Willa, for a reason that will be reviewed, to keep her safe.',
    treatment: { worker: 'cl-whitebirch', concern: 'depression' },
    decided: ({ now }) => ({
      emergencies: [
        {
          id: 'willa-moreau',
          agency: 'child-protection',
          user: 'iw-moreau',
          openedAt: now - hour,
          until: now + 23 * hour,
          closedAt: null,
        },
      ],
    }),
    asks: [
      ask(
        'iw-moreau',
        'emergency',
        ['Child.name', 'MentalHealthRecord.riskAssessments', 'MentalHealthRecord.safetyPlan'],
        ['MentalHealthRecord.sessionNotes:', 'MentalHealthRecord.conditions:'],
      ),
      ask('iw-singh', 'emergency', [], ['Child.name:APPROVAL EMERGENCY', 'Child.mentalHealth:EMERGENCY']),
    ],
  },
  {
    ...child('x5nfk2tyw7zcqm4hrdv3gbjuoe', 'Maya', 'Sandhu', { sex: 'F', age: 13 }),
    line: 7,
    story:
      'Maya decides about her counselling herself: no clinician but her own reads of it, not even in an emergency.',
    treatment: { worker: 'cl-haddad', concern: 'anxiety' },
    decided: (family) => ({
      consents: [
        decision('REFUSE', family.self, family, {
          id: 'maya-refuses',
          recipients: [{ agency: 'mental-health' }],
          purposes: ['treatment', 'care-coordination'],
          categories: ['mental-health', 'sensitivity'],
          notEvenInEmergency: true,
        }),
      ],
    }),
    asks: [
      ask('cl-beaulieu', 'treatment', ['Child.name'], ['Child.mentalHealth:CONSENT APPROVAL EMERGENCY']),
      ask('cl-haddad', 'treatment', ['MentalHealthRecord.conditions', 'MentalHealthRecord.sessionNotes'], []),
    ],
  },
  {
    ...child('k3wzd6qhn5ytx7rmcg2bvfjoua', 'Hugo', 'Montclair', { sex: 'M', age: 10 }),
    line: 8,
    story:
      'Nobody refused, so the clinicians around Hugo read what the others recorded; session notes stay where they are.',
    treatment: { worker: 'cl-haddad', concern: 'attention' },
    asks: [
      ask(
        'cl-beaulieu',
        'treatment',
        ['MentalHealthRecord.conditions', 'MentalHealthRecord.safetyPlan'],
        ['MentalHealthRecord.sessionNotes:'],
      ),
    ],
  },
  {
    ...child('v7cqm3xkt5zhy2wnrgd4bfjuoa', 'Adèle', 'Rivard', { sex: 'F', age: 8 }),
    line: 9,
    story: "Adèle's parents, both, let her teacher know of her counselling and her safety plan; not of the diagnosis.",
    protection: { worker: 'cw-renaud', kind: 'ongoing-service' },
    treatment: { worker: 'cl-beaulieu', concern: 'anxiety' },
    teacher: 'te-delorme',
    decided: (family) => ({
      consents: jointly('PERMIT', family, {
        id: 'adele-school',
        recipients: [{ agency: 'education', role: 'teacher' }],
        purposes: [school],
        categories: ['mental-health.involvement', 'mental-health.safety-plan'],
      }),
    }),
    asks: [
      ask(
        'te-delorme',
        school,
        ['Child.inMentalHealthService', 'MentalHealthRecord.safetyPlan', 'EducationRecord.grade'],
        ['MentalHealthRecord.conditions:CONSENT', 'Child.protection:CONSENT'],
      ),
      ask(
        'cw-renaud',
        service,
        ['Child.name', 'ProtectionFile.riskLevel'],
        ['Child.mentalHealth:CONSENT APPROVAL', 'Child.education:CONSENT APPROVAL'],
      ),
      ask(
        'mother of Adèle',
        'family-access',
        ['EducationRecord.grade', 'ProtectionFile.status'],
        ['Child.mentalHealth:CONSENT'],
      ),
    ],
  },
  {
    ...child('j2ymx4hcq6wkt7znrb3gdvfoea', 'Gabriel', 'Cedarpoint', { sex: 'M', age: 12 }),
    line: 10,
    story: 'Nobody has decided anything about Gabriel, and silence permits nothing.',
    protection: { worker: 'cw-larkham', kind: 'ongoing-service' },
    treatment: { worker: 'cl-whitebirch', concern: 'trauma' },
    teacher: 'te-vale',
    asks: [
      ask('te-vale', school, ['EducationRecord.grade'], ['Child.mentalHealth:CONSENT', 'Child.protection:CONSENT']),
      ask(
        'po-garrick',
        police,
        [],
        ['Child.name:APPROVAL EMERGENCY', 'Child.protection:EMERGENCY', 'Child.incidents:'],
      ),
    ],
  },
];
