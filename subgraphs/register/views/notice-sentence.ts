import type { Sentence } from '@trellis/decision';
import type { NoticeKind } from '@trellis/register';

/** What happened, said to an agency's officers and workers. */
const toAgency: Readonly<Record<NoticeKind, Sentence>> = {
  DISCLOSURE_REQUESTED: {
    en: 'Somebody asks your agency for a disclosure.',
    fr: 'On demande une communication à votre organisme.',
  },
  DISCLOSURE_APPROVED: {
    en: 'A request of your agency was approved.',
    fr: 'Une demande de votre organisme a été approuvée.',
  },
  DISCLOSURE_DECLINED: {
    en: 'A request of your agency was declined.',
    fr: 'Une demande de votre organisme a été refusée.',
  },
  APPROVAL_WITHDRAWN: { en: 'An approval was taken back.', fr: 'Une approbation a été retirée.' },
  EMERGENCY_TO_REVIEW: { en: 'An emergency access must be reviewed.', fr: "Un accès d'urgence doit être examiné." },
  EMERGENCY_OVERDUE: {
    en: 'A review of an emergency access is overdue.',
    fr: "L'examen d'un accès d'urgence est en retard.",
  },
  EMERGENCY_REVIEWED: { en: 'An emergency access was reviewed.', fr: "Un accès d'urgence a été examiné." },
  EMERGENCY_OPENED: {
    en: 'Your records were opened by an emergency access.',
    fr: "Un accès d'urgence a ouvert vos dossiers.",
  },
  EMERGENCY_ALLOWED: { en: 'One more emergency access was let pass.', fr: "Un accès d'urgence de plus a été permis." },
  CONSENT_TO_CONFIRM: { en: 'A consent waits to be confirmed.', fr: "Un consentement attend d'être confirmé." },
  CONSENT_RECORDED: {
    en: 'A consent was recorded that opens your records.',
    fr: 'Un consentement qui ouvre vos dossiers a été consigné.',
  },
  CONSENT_LAPSES: {
    en: 'A consent lapses soon: the child will decide.',
    fr: "Un consentement prendra bientôt fin : l'enfant décidera.",
  },
  CONSENT_NEEDS_CONFIRMATION: {
    en: 'A consent lapsed: the child decides now.',
    fr: "Un consentement a pris fin : l'enfant décide désormais.",
  },
  ORDER_TO_CONFIRM: {
    en: 'A court order waits for a second person.',
    fr: "Une ordonnance d'un tribunal attend une deuxième personne.",
  },
  ORDER_RECORDED: { en: 'A court order was recorded.', fr: "Une ordonnance d'un tribunal a été consignée." },
  AUTHORITY_TO_CONFIRM: {
    en: 'Who may decide for a child waits for a second person.',
    fr: 'Qui peut décider pour un enfant attend une deuxième personne.',
  },
  AUTHORITY_CHANGED: { en: 'Who may decide for a child changed.', fr: 'Qui peut décider pour un enfant a changé.' },
  RELATION_RECORDED: {
    en: 'A person was recorded whom the rules leave out.',
    fr: 'Une personne que les règles écartent a été consignée.',
  },
  RELATION_TO_CONFIRM: {
    en: 'The end of a recorded relation waits for a second person.',
    fr: "La fin d'un lien consigné attend une deuxième personne.",
  },
  HARM_REFUSAL_TO_CONFIRM: {
    en: 'The end of a finding of harm waits for a second person.',
    fr: "La fin d'un constat de préjudice attend une deuxième personne.",
  },
  PROPOSAL_DROPPED: {
    en: 'Something that waited for a second person was taken back or declined.',
    fr: 'Ce qui attendait une deuxième personne a été retiré ou refusé.',
  },
  PROTOCOL_TO_CONFIRM: {
    en: 'A protocol waits for a second person.',
    fr: 'Un protocole attend une deuxième personne.',
  },
  PROTOCOL_CONFIRMED: { en: 'A protocol is in force.', fr: 'Un protocole est en vigueur.' },
  CORRECTION_REQUESTED: {
    en: 'A family asks your agency to correct its record.',
    fr: 'Une famille demande à votre organisme de corriger son dossier.',
  },
  CORRECTION_ANSWERED: {
    en: 'A request for a correction was answered.',
    fr: 'Une demande de correction a reçu une réponse.',
  },
  RULES_TO_APPROVE: { en: 'A set of rules waits to be approved.', fr: "Un ensemble de règles attend d'être approuvé." },
  RULES_OPEN_RECORDS: {
    en: 'A set of rules will open records of your agency.',
    fr: 'Un ensemble de règles ouvrira des dossiers de votre organisme.',
  },
  ERASURE_TO_CONFIRM: {
    en: 'An erasure waits for a second person.',
    fr: 'Un effacement attend une deuxième personne.',
  },
  LINKAGE_TO_CONFIRM: {
    en: 'A merge or split of children waits for a second person.',
    fr: "Une réunion ou une séparation de dossiers d'enfants attend une deuxième personne.",
  },
  CHILD_MERGED: {
    en: 'Two ids are one child from now on.',
    fr: 'Deux identifiants désignent désormais un seul enfant.',
  },
  CHILD_SPLIT: {
    en: 'One id is two children from now on.',
    fr: 'Un identifiant désigne désormais deux enfants.',
  },
  STATEMENT_FOR_YOU: {
    en: 'A child or family put something on the record for you.',
    fr: 'Un enfant ou une famille a déposé une déclaration à votre intention.',
  },
  HARM_REPORTED: { en: 'A child or family tells of harm.', fr: "Un enfant ou une famille signale qu'on fait du mal." },
  AGENCY_PUBLISHED: {
    en: 'An agency published what it offers, anew.',
    fr: "Un organisme a publié de nouveau ce qu'il offre.",
  },
};

/** The same where it is said to a member of a family. */
const toFamily: Readonly<Partial<Record<NoticeKind, Sentence>>> = {
  CONSENT_TO_CONFIRM: {
    en: 'Something that would be shared waits for your yes.',
    fr: 'Une communication attend votre accord.',
  },
  CONSENT_RECORDED: {
    en: 'Somebody recorded a decision in your name, or took one back.',
    fr: "Quelqu'un a consigné une décision en votre nom, ou en a retiré une.",
  },
  CONSENT_LAPSES: {
    en: 'In some weeks the child decides about something that was permitted: it ends then, unless the child permits it.',
    fr: "Dans quelques semaines, l'enfant décidera d'une communication qui était permise : elle prendra fin, à moins que l'enfant ne la permette.",
  },
  CONSENT_NEEDS_CONFIRMATION: {
    en: 'The child decides now about something that was permitted: it has ended, unless the child permits it.',
    fr: "L'enfant décide désormais d'une communication qui était permise : elle a pris fin, à moins que l'enfant ne la permette.",
  },
  EMERGENCY_REVIEWED: {
    en: 'In an emergency somebody was shown records of the child; another person has looked into it.',
    fr: "Dans une urgence, quelqu'un a vu des dossiers de l'enfant; une autre personne l'a examiné.",
  },
  CORRECTION_ANSWERED: {
    en: 'An agency answered your request for a correction.',
    fr: 'Un organisme a répondu à votre demande de correction.',
  },
  AUTHORITY_CHANGED: {
    en: 'Who may decide for the child has changed, or may soon.',
    fr: "Qui peut décider pour l'enfant a changé, ou changera peut-être bientôt.",
  },
  PROPOSAL_DROPPED: {
    en: 'Something that waited for a yes was taken back or declined: nothing comes of it.',
    fr: "Ce qui attendait un accord a été retiré ou refusé : il n'en sera rien.",
  },
};

/** What a notice says happened, in both languages; never what is in a record. */
export function noticeSentence(kind: NoticeKind, isFamily: boolean): Sentence {
  return (isFamily ? toFamily[kind] : undefined) ?? toAgency[kind];
}
