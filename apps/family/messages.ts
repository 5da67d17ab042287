/** All that the family page says, in one language. `self` is a child who reads their own page. */
const english = {
  title: 'What is shared about your child',
  titleSelf: 'What is shared about you',
  welcome: 'See who may know what about your child, change your mind, and say something in your own words.',
  private:
    'Nothing is kept on this phone or computer. You can leave this page at any moment: the red button takes you to a weather page.',
  signIn: 'Sign in',
  expired: 'You have been away for a while. What you wrote is still here: sign in again to go on.',
  again: 'Sign in again',
  failed: 'That did not work. Try again, or call your worker.',
  leave: 'Leave this page',
  leaveHint: 'or press Shift three times',
  back: 'Back',
  looking: 'One moment …',
  which: 'Which child?',
  menu: {
    shared: 'What is shared, and with whom',
    waiting: 'What waits for me',
    looked: 'Who looked',
    say: 'Say something in my own words',
    correct: 'Ask for a correction',
  },
  help: 'If somebody is in danger now, call 911. You can also call, at any hour:',
  permits: (who: string, whom: string) => `${who} let ${whom} know:`,
  refuses: (who: string, whom: string) => `${who} said no to ${whom} knowing:`,
  you: 'You',
  other: 'Another person who decides with you',
  why: (purposes: string) => `For: ${purposes}.`,
  until: (day: string) => `Until ${day}.`,
  open: 'Until somebody changes it.',
  nothingDecided:
    'Nobody has decided anything here. Agencies may still be told what the law lets or makes them be told; see who looked.',
  lawToo: 'Beside what you decide, the law lets or makes some things be told. You see those under “Who looked”.',
  alone: 'This has no effect by itself: the other person who decides with you must say yes too.',
  withdraw: 'I change my mind',
  withdrawAsk: 'Stop sharing this?',
  withdrawEffect:
    'As soon as you say yes, nobody is shown anything more because of this decision. What they already saw, they saw.',
  yesStop: 'Yes, stop now',
  done: 'Done. It counts from now on, everywhere.',
  states: {
    ACTIVE: 'in force',
    PROPOSED: 'waits',
    NEEDS_CONFIRMATION: 'waits',
    WITHDRAWN: 'stopped',
    EXPIRED: 'ended',
    SUPERSEDED: 'replaced',
  },
  lookedIntro:
    'Each time somebody was shown something, the latest first. A look-up is left out where showing it could put somebody in danger.',
  lookedNothing: 'Nobody was shown anything, as far as this page can say.',
  looked: (who: string, agency: string) => `A ${who} of ${agency}`,
  saw: 'was shown:',
  older: 'Older',
  waitingNothing: 'Nothing waits for you.',
  waitingConfirm: 'This waits for you:',
  confirm: 'Yes, I agree',
  sayIntro:
    'Your words are kept as you write them. Staff of the agencies who read about your child may see them. Do not write here if somebody is in danger now: call 911.',
  sayLabel: 'What do you want to say?',
  sayButton: 'Put it on the record',
  sayEmpty: 'Write something first',
  correctIntro: 'Tell an agency what is wrong in its record. It must answer you.',
  correctAgency: 'Which agency?',
  correctLabel: 'What is wrong, and what is right?',
  correctButton: 'Send it',
  problem: 'There is a problem',
  before: 'What was said before',
  asked: (agency: string) => `You asked ${agency} to correct its record.`,
  corrections: {
    REQUESTED: 'They have not answered yet.',
    CORRECTED: 'They corrected it.',
    DECLINED: 'They did not correct it.',
  },
  roles: {
    caseworker: 'caseworker',
    teacher: 'teacher',
    clinician: 'clinician',
    officer: 'police officer',
  } as Readonly<Record<string, string>>,
  purposes: {} as Readonly<Record<string, string>>,
};

export type Messages = typeof english;

const french: Messages = {
  title: 'Ce qui est communiqué au sujet de votre enfant',
  titleSelf: 'Ce qui est communiqué à ton sujet',
  welcome: 'Voyez qui peut savoir quoi au sujet de votre enfant, changez d’avis et dites quelque chose dans vos mots.',
  private:
    'Rien n’est conservé sur ce téléphone ou cet ordinateur. Vous pouvez quitter cette page à tout moment : le bouton rouge mène à une page météo.',
  signIn: 'Se connecter',
  expired:
    'Vous avez été absent un moment. Ce que vous avez écrit est encore ici : connectez-vous de nouveau pour continuer.',
  again: 'Se connecter de nouveau',
  failed: 'Cela n’a pas fonctionné. Réessayez, ou appelez votre intervenante ou intervenant.',
  leave: 'Quitter cette page',
  leaveHint: 'ou appuyez trois fois sur Maj',
  back: 'Retour',
  looking: 'Un instant…',
  which: 'Quel enfant ?',
  menu: {
    shared: 'Ce qui est communiqué, et à qui',
    waiting: 'Ce qui m’attend',
    looked: 'Qui a consulté',
    say: 'Dire quelque chose dans mes mots',
    correct: 'Demander une correction',
  },
  help: 'Si quelqu’un est en danger maintenant, composez le 911. Vous pouvez aussi appeler, à toute heure :',
  permits: (who, whom) => `${who} : oui, ${whom} peut savoir :`,
  refuses: (who, whom) => `${who} : non, ${whom} ne doit pas savoir :`,
  you: 'Vous',
  other: 'Une autre personne qui décide avec vous',
  why: (purposes) => `Pour : ${purposes}.`,
  until: (day) => `Jusqu’au ${day}.`,
  open: 'Jusqu’à ce que quelqu’un le change.',
  nothingDecided:
    'Personne n’a rien décidé ici. Les organismes peuvent tout de même apprendre ce que la loi permet ou exige ; voyez qui a consulté.',
  lawToo:
    'Outre ce que vous décidez, la loi permet ou exige que certaines choses soient dites. Elles figurent sous « Qui a consulté ».',
  alone: 'Ceci n’a pas d’effet à lui seul : l’autre personne qui décide avec vous doit aussi dire oui.',
  withdraw: 'Je change d’avis',
  withdrawAsk: 'Cesser de communiquer ceci ?',
  withdrawEffect:
    'Dès que vous dites oui, plus rien n’est montré à personne en vertu de cette décision. Ce qui a déjà été vu l’a été.',
  yesStop: 'Oui, cesser maintenant',
  done: 'C’est fait. Cela compte dès maintenant, partout.',
  states: {
    ACTIVE: 'en vigueur',
    PROPOSED: 'en attente',
    NEEDS_CONFIRMATION: 'en attente',
    WITHDRAWN: 'cessé',
    EXPIRED: 'terminé',
    SUPERSEDED: 'remplacé',
  },
  lookedIntro:
    'Chaque fois que quelque chose a été montré à quelqu’un, le plus récent d’abord. Une consultation est omise si la montrer pouvait mettre quelqu’un en danger.',
  lookedNothing: 'Rien n’a été montré à personne, pour autant que cette page puisse le dire.',
  looked: (who, agency) => `Une personne (${who}) : ${agency}`,
  saw: 'a vu :',
  older: 'Plus anciennes',
  waitingNothing: 'Rien ne vous attend.',
  waitingConfirm: 'Ceci vous attend :',
  confirm: 'Oui, je suis d’accord',
  sayIntro:
    'Vos mots sont conservés tels quels. Le personnel des organismes qui lit au sujet de votre enfant peut les voir. N’écrivez pas ici si quelqu’un est en danger maintenant : composez le 911.',
  sayLabel: 'Que voulez-vous dire ?',
  sayButton: 'Verser au dossier',
  sayEmpty: 'Écrivez d’abord quelque chose',
  correctIntro: 'Dites à un organisme ce qui est faux dans son dossier. Il doit vous répondre.',
  correctAgency: 'Quel organisme ?',
  correctLabel: 'Qu’est-ce qui est faux, et qu’est-ce qui est vrai ?',
  correctButton: 'Envoyer',
  problem: 'Il y a un problème',
  before: 'Ce qui a été dit auparavant',
  asked: (agency) => `Vous avez demandé à ${agency} de corriger son dossier.`,
  corrections: {
    REQUESTED: 'Pas encore de réponse.',
    CORRECTED: 'Le dossier a été corrigé.',
    DECLINED: 'Le dossier n’a pas été corrigé.',
  },
  roles: {
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
  },
  purposes: {
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
  },
};

/** A child reads about themselves, in a child's words. */
const englishSelf: Partial<Messages> = {
  title: english.titleSelf,
  lawToo:
    'Beside what you and your family decide, the law lets or makes some things be told. You see those under “Who looked”.',
  sayIntro:
    'Your words are kept as you write them. People who help you may read them. If you are in danger now, call 911, or Kids Help Phone at 1-800-668-6868.',
  help: 'If you are in danger now, call 911. Kids Help Phone: 1-800-668-6868, at any hour. You can also call:',
};
const frenchSelf: Partial<Messages> = {
  title: french.titleSelf,
  you: 'Toi',
  sayIntro:
    'Tes mots sont gardés tels quels. Les personnes qui t’aident peuvent les lire. Si tu es en danger maintenant, compose le 911, ou Jeunesse, J’écoute au 1-800-668-6868.',
  help: 'Si tu es en danger maintenant, compose le 911. Jeunesse, J’écoute : 1-800-668-6868, à toute heure. Tu peux aussi appeler :',
};

export type Language = 'en' | 'fr';

export function messagesIn(language: Language, isChild = false): Messages {
  const base = language === 'fr' ? french : english;
  return isChild ? { ...base, ...(language === 'fr' ? frenchSelf : englishSelf) } : base;
}
