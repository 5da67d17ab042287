/** The messages that a child reads about themselves, in a child's words; the others are everybody's. */
export const childMessages = {
  en: {
    lookedIntro:
      'Each time somebody was shown something, the latest first. A look-up is left out where showing it could put somebody in danger.',
    lawToo:
      'Besides what you and your family decide, the law allows or requires some things to be shared. You see those under “Who looked”.',
    sayIntro:
      'Your words are kept as you write them. You choose who reads them. Your parents do not see them. If you are in danger now, call 911, or Kids Help Phone at 1-800-668-6868.',
    sayToHint: 'The people there who help you. You can choose several.',
    sayHarm: 'It tells that somebody hurts me, or somebody else',
    hideIntro:
      'If you are in danger from somebody in your family, you can hide where you live, learn and are seen, and who works with you. If you are in danger now, call 911.',
    hideEffect:
      'It works at once: nobody of your family reads it any more, and you do. It lasts seven days unless an officer of the network confirms it. Nobody of your family is told that you did it, but somebody may notice that they see less.',
    help: 'If you are in danger now, call 911. Kids Help Phone: 1-800-668-6868, at any hour. You can also call:',
  },
  fr: {
    lookedIntro:
      'Chaque fois que quelque chose a été montré à quelqu’un, le plus récent d’abord. Une consultation est omise si la montrer pouvait mettre quelqu’un en danger.',
    you: 'Toi',
    told: 'Ce dont on t’a avisé',
    lawToo:
      'Outre ce que ta famille et toi décidez, la loi permet ou exige que certaines choses soient communiquées. Elles figurent sous « Qui a consulté ».',
    sayIntro:
      'Tes mots sont gardés tels quels. Tu choisis qui les lit. Tes parents ne les voient pas. Si tu es en danger maintenant, compose le 911, ou Jeunesse, J’écoute au 1-800-668-6868.',
    sayToHint: 'Les personnes qui t’aident là-bas. Tu peux en choisir plusieurs.',
    sayHarm: 'Je dis que quelqu’un me fait du mal, ou en fait à quelqu’un d’autre',
    hideIntro:
      'Si tu es en danger à cause de quelqu’un de ta famille, tu peux cacher où tu vis, apprends et es suivi, et qui travaille avec toi. Si tu es en danger maintenant, compose le 911.',
    hideEffect:
      'Cela agit aussitôt : personne de ta famille ne peut plus le lire, mais toi, oui. Cela dure sept jours, à moins qu’une personne du réseau ne le confirme. Personne de ta famille n’est averti que tu l’as fait, mais quelqu’un peut remarquer qu’il voit moins.',
    help: 'Si tu es en danger maintenant, compose le 911. Jeunesse, J’écoute : 1-800-668-6868, à toute heure. Tu peux aussi appeler :',
  },
};
