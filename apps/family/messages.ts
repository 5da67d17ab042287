import { childMessages } from './child-messages.ts';
import { isolated } from '../shared/isolated.ts';

const article = (noun: string): string => (/^[aeiou]/i.test(noun) ? 'an' : 'a');

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
    hide: 'Hide where we are',
  },
  help: 'If somebody is in danger now, call 911. You can also call, at any hour:',
  permits: (who: string, whom: string) => `${who} let ${whom} know:`,
  refuses: (who: string, whom: string) => `${who} said no to ${whom} knowing:`,
  /** Anybody of one role at an agency, within a sentence. */
  oneOf: (role: string, agency: string) => `${article(role)} ${role} (${agency})`,
  user: (name: string) => `user ${isolated(name)}`,
  you: 'You',
  other: 'Another person who decides with you',
  why: (purposes: string) => `For: ${purposes}.`,
  until: (day: string) => `Until ${day}.`,
  open: 'Until somebody changes it.',
  nothingDecided:
    'Nobody has decided anything here. Agencies may still be told what the law allows or requires; see “Who looked”.',
  lawToo:
    'Besides what you decide, the law allows or requires some things to be shared. “Who looked” says how much of it you see there.',
  alone: 'This has no effect by itself: the other person who decides with you must say yes too.',
  aloneYou: 'This has no effect by itself: nothing is shown on it unless you say yes too.',
  agreeToo: 'I say yes to this too',
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
    'Each time somebody was shown something that you may read yourself, the latest first. What you may not read yourself is not on this list, even where you let others know of it; nor is a look-up that could put somebody in danger.',
  lookedNothing: 'Nobody was shown anything, as far as this page can say.',
  looked: (who: string, agency: string) => `${article(who) === 'an' ? 'An' : 'A'} ${who} of ${agency}`,
  saw: 'was shown:',
  older: 'Older',
  waitingNothing: 'Nothing waits for you.',
  told: 'What you were told',
  waitingConfirm: 'This waits for you:',
  confirm: 'Yes, I agree',
  sayIntro:
    'Your words are kept as you write them. You choose who reads them; nobody of the family does. Do not write here if somebody is in danger now: call 911.',
  sayTo: 'Who may read it?',
  sayToHint: 'All who work with your child there. You can choose several.',
  sayToNobody: 'Choose at least one',
  sayHarm: 'It tells that somebody is hurt, or may be hurt',
  sayHarmHint: 'Then the children’s aid society is told at once, and somebody there reads it.',
  reached: (whom: string) => `May be read by: ${whom}.`,
  sayLabel: 'What do you want to say?',
  sayButton: 'Put it on the record',
  sayEmpty: 'Write something first',
  correctIntro: 'Tell an agency what is wrong in its record. It must answer you.',
  correctAgency: 'Which agency?',
  correctLabel: 'What is wrong, and what is right?',
  correctButton: 'Send it',
  hideIntro:
    'If you or your child are in danger from somebody in the family, you can hide where your child lives, learns and is seen, and who works with them. If somebody is in danger now, call 911.',
  hideEffect:
    'It works at once: nobody of the family but you and your child reads it any more. It lasts seven days unless an officer of the network confirms it. Nobody of the family is told that you did it, but somebody may notice that they see less.',
  hideAlso: 'Hide these children too',
  hideWhy: 'What is happening? Nobody of the family reads this.',
  hideButton: 'Hide it now',
  problem: 'There is a problem',
  before: 'What was said before',
  asked: (agency: string) => `You asked ${agency} to correct its record.`,
  corrections: {
    REQUESTED: 'They have not answered yet.',
    CORRECTED: 'They corrected it.',
    DECLINED: 'They did not correct it.',
  },
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
    hide: 'Cacher où nous sommes',
  },
  help: 'Si quelqu’un est en danger maintenant, composez le 911. Vous pouvez aussi appeler, à toute heure :',
  permits: (who, whom) => `${who} : oui, ${whom} peut savoir :`,
  refuses: (who, whom) => `${who} : non, ${whom} ne doit pas savoir :`,
  oneOf: (role, agency) => `une personne (${role}, ${agency})`,
  user: (name) => `utilisateur ${isolated(name)}`,
  you: 'Vous',
  other: 'Une autre personne qui décide avec vous',
  why: (purposes) => `Pour : ${purposes}.`,
  until: (day) => `Jusqu’au ${day}.`,
  open: 'Jusqu’à ce que quelqu’un le change.',
  nothingDecided:
    'Personne n’a rien décidé ici. Les organismes peuvent tout de même apprendre ce que la loi permet ou exige ; voyez qui a consulté.',
  lawToo:
    'Outre ce que vous décidez, la loi permet ou exige que certaines choses soient communiquées. « Qui a consulté » dit ce que vous en voyez.',
  alone: 'Ceci n’a pas d’effet à lui seul : l’autre personne qui décide avec vous doit aussi dire oui.',
  aloneYou: 'Ceci n’a pas d’effet à lui seul : rien n’est montré à ce titre si vous ne dites pas oui aussi.',
  agreeToo: 'J’y consens aussi',
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
    'Chaque fois que quelque chose que vous pouvez lire vous-même a été montré à quelqu’un, le plus récent d’abord. Ce que vous ne pouvez pas lire vous-même n’y figure pas, même si vous avez permis qu’on le communique; ni une consultation qui pourrait mettre quelqu’un en danger.',
  lookedNothing: 'Rien n’a été montré à personne, pour autant que cette page puisse le dire.',
  looked: (who, agency) => `Une personne (${who}, ${agency})`,
  saw: 'a vu :',
  older: 'Plus anciennes',
  waitingNothing: 'Rien ne vous attend.',
  told: 'Ce dont on vous a avisé',
  waitingConfirm: 'Ceci vous attend :',
  confirm: 'Oui, je suis d’accord',
  sayIntro:
    'Vos mots sont conservés tels quels. Vous choisissez qui les lit; personne de la famille ne les voit. N’écrivez pas ici si quelqu’un est en danger maintenant : composez le 911.',
  sayTo: 'Qui peut les lire ?',
  sayToHint: 'Toutes les personnes qui y travaillent auprès de votre enfant. Vous pouvez en choisir plusieurs.',
  sayToNobody: 'Choisissez-en au moins un',
  sayHarm: 'Je dis que quelqu’un a été blessé, ou pourrait l’être',
  sayHarmHint: 'La société d’aide à l’enfance en est alors avertie aussitôt, et une personne le lit.',
  reached: (whom) => `Peut être lu par : ${whom}.`,
  sayLabel: 'Que voulez-vous dire ?',
  sayButton: 'Verser au dossier',
  sayEmpty: 'Écrivez d’abord quelque chose',
  correctIntro: 'Dites à un organisme ce qui est faux dans son dossier. Il doit vous répondre.',
  correctAgency: 'Quel organisme ?',
  correctLabel: 'Qu’est-ce qui est faux, et qu’est-ce qui est vrai ?',
  correctButton: 'Envoyer',
  hideIntro:
    'Si vous ou votre enfant êtes en danger à cause de quelqu’un de la famille, vous pouvez cacher où votre enfant vit, apprend et est suivi, et qui travaille avec lui. Si quelqu’un est en danger maintenant, composez le 911.',
  hideEffect:
    'Cela agit aussitôt : personne de la famille, sauf vous et votre enfant, ne peut plus le lire. Cela dure sept jours, à moins qu’une personne du réseau ne le confirme. Personne de la famille n’est averti que vous l’avez fait, mais quelqu’un peut remarquer qu’il voit moins.',
  hideAlso: 'Cacher aussi ces enfants',
  hideWhy: 'Que se passe-t-il ? Personne de la famille ne lit ceci.',
  hideButton: 'Cacher maintenant',
  problem: 'Il y a un problème',
  before: 'Ce qui a été dit auparavant',
  asked: (agency) => `Vous avez demandé à ${agency} de corriger son dossier.`,
  corrections: {
    REQUESTED: 'Pas encore de réponse.',
    CORRECTED: 'Le dossier a été corrigé.',
    DECLINED: 'Le dossier n’a pas été corrigé.',
  },
};

export type Language = 'en' | 'fr';

export function messagesIn(language: Language, isChild = false): Messages {
  const base = language === 'fr' ? french : english;
  const toChild: Partial<Messages> = childMessages[language];
  return isChild ? { ...base, title: base.titleSelf, ...toChild } : base;
}
