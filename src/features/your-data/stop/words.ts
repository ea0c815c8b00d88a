import type { RestrictionGround } from '../../../register'
import { wordsIn } from '../../../std/words'

const nl = {
  restriction: {
    title: 'Je gegevens alleen laten bewaren',
    link: 'Je gegevens alleen laten bewaren',
    lead: 'We bewaren je gegevens dan, en doen er verder niets mee, tot jij zegt dat het weer mag.',
    means: [
      'Je advertenties zijn niet meer te zien, en je zoekopdrachten vinden niets.',
      'Je krijgt geen mails of berichten. Wie je schreef, ziet dat je er even niet bent, en niet waarom.',
      'Ook onze medewerkers kunnen niets van je openen.',
      'Je kunt aanmelden, je gegevens bekijken, een kopie ophalen, je account beëindigen, en dit ongedaan maken.',
      'Rondkijken zonder account blijft kunnen: meld je daarvoor af.',
    ],
    ground: 'Waarom?',
    grounds: {
      accuracy: { text: 'Er klopt iets niet', hint: 'Wij zoeken het na; intussen gebruiken we niets.' },
      unlawful: { text: 'Jullie mogen dit niet, maar ik wil niet dat het gewist wordt' },
      claims: {
        text: 'Jullie hebben het niet meer nodig, maar ik wel, voor een geschil',
        hint: 'Bijvoorbeeld als bewijs voor de vrederechter.',
      },
      objection: { text: 'Ik maakte bezwaar, en wacht op het antwoord' },
    } satisfies Record<RestrictionGround, { text: string; hint?: string }>,
    choose: 'Kies een reden',
    reason: 'Wil je er iets bij zeggen?',
    reasonHint: 'Dat hoeft niet. Je leest het terug bij je gegevens.',
    act: 'Alleen nog bewaren',
    on: 'Je gegevens worden alleen bewaard',
    onText: (since: string) => `Sinds ${since} doen we er verder niets mee.`,
    byUs: 'Wij stelden dat in.',
    because: 'Reden',
    said: 'Erbij gezegd',
    lifting: (when: string) => `Op ${when} eindigt dit. Wil je dat het blijft, zeg het dan hier.`,
    stay: 'Laat het zo',
    lift: 'Alles mag weer',
    liftText: 'Alles is dan meteen zoals het was. Mails die gewacht hebben, vertrekken alsnog.',
    see: 'Alles zien wat we hebben',
    lifted: 'Je gegevens worden weer gewoon gebruikt.',
  },
  objections: {
    title: 'Bezwaar maken',
    link: 'Bezwaar maken',
    lead: 'Voor deze dingen hoeven we het je niet te vragen. Jij mag er altijd tegen zijn.',
    object: 'Ik wil dit niet',
    withdraw: 'Toch wel goed',
    of: (purpose: string) => `: ${purpose}`,
    effect: {
      stops: 'Het stopt dan meteen.',
      suspends: 'Het stopt dan meteen, tot een mens bekeken heeft of er dwingende redenen zijn om door te gaan.',
      weighed: 'Een mens bekijkt dan of er dwingende redenen zijn. Intussen gaat het door, want anders was iedereen onbeschermd.',
    },
    reason: 'Waarom? (mag je openlaten)',
    stopped: (since: string) => `Gestopt, sinds je bezwaar van ${since}`,
    suspended: (since: string) => `Gestopt. We bekijken je bezwaar van ${since}`,
    waits: (since: string) => `We bekijken je bezwaar van ${since}`,
    goesOn: (since: string) => `Gaat door, na je bezwaar van ${since}`,
    answer: 'Ons antwoord',
  },
}
type Words = {
  restriction: Omit<(typeof nl)['restriction'], 'grounds'> & {
    grounds: Record<RestrictionGround, { text: string; hint?: string }>
  }
  objections: (typeof nl)['objections']
}
const fr: Words = {
  restriction: {
    title: 'Faire seulement conserver vos données',
    link: 'Faire seulement conserver vos données',
    lead: 'Nous gardons alors vos données sans rien en faire d’autre, jusqu’à ce que vous disiez que c’est de nouveau permis.',
    means: [
      'Vos annonces ne sont plus visibles, et vos recherches ne trouvent plus rien.',
      'Vous ne recevez ni e‑mails ni messages. Qui vous a écrit voit que vous êtes absent pour le moment, et pas pourquoi.',
      'Notre équipe non plus ne peut rien ouvrir de vous.',
      'Vous pouvez vous connecter, consulter vos données, retirer une copie, clôturer votre compte, et revenir en arrière.',
      'Déconnecté, vous pouvez toujours regarder les annonces, comme tout le monde sans compte.',
    ],
    ground: 'Pourquoi ?',
    grounds: {
      accuracy: { text: 'Quelque chose n’est pas exact', hint: 'Nous vérifions ; entre-temps nous n’utilisons rien.' },
      unlawful: { text: 'Vous n’avez pas le droit de faire cela, mais je ne veux pas que ce soit effacé' },
      claims: {
        text: 'Vous n’en avez plus besoin, mais moi oui, pour un litige',
        hint: 'Par exemple comme preuve devant le juge de paix.',
      },
      objection: { text: 'Je me suis opposé, et j’attends la réponse' },
    },
    choose: 'Choisissez une raison',
    reason: 'Voulez-vous ajouter quelque chose ?',
    reasonHint: 'Ce n’est pas nécessaire. Vous le relirez parmi vos données.',
    act: 'Seulement conserver',
    on: 'Vos données sont seulement conservées',
    onText: (since) => `Depuis le ${since}, nous n’en faisons rien d’autre.`,
    byUs: 'C’est nous qui l’avons décidé.',
    because: 'Raison',
    said: 'Ajouté',
    lifting: (when) => `Cela prend fin le ${when}. Si vous voulez que cela continue, dites-le ici.`,
    stay: 'Laisser ainsi',
    lift: 'Tout est de nouveau permis',
    liftText: 'Tout redevient aussitôt comme avant. Les e‑mails qui ont attendu partent alors.',
    see: 'Voir tout ce que nous avons',
    lifted: 'Vos données sont de nouveau utilisées normalement.',
  },
  objections: {
    title: 'Vous opposer',
    link: 'Vous opposer',
    lead: 'Pour ceci, nous ne devons pas vous demander votre accord. Vous pouvez toujours vous y opposer.',
    object: 'Je ne veux pas de cela',
    withdraw: 'Finalement d’accord',
    of: (purpose) => ` : ${purpose}`,
    effect: {
      stops: 'Cela s’arrête alors aussitôt.',
      suspends: 'Cela s’arrête aussitôt, jusqu’à ce qu’une personne ait examiné s’il y a des motifs impérieux de continuer.',
      weighed:
        'Une personne examine alors s’il y a des motifs impérieux. Entre-temps cela continue, sinon tout le monde serait sans protection.',
    },
    reason: 'Pourquoi ? (facultatif)',
    stopped: (since) => `Arrêté, depuis votre opposition du ${since}`,
    suspended: (since) => `Arrêté. Nous examinons votre opposition du ${since}`,
    waits: (since) => `Nous examinons votre opposition du ${since}`,
    goesOn: (since) => `Continue, après votre opposition du ${since}`,
    answer: 'Notre réponse',
  },
}
const en: Words = {
  restriction: {
    title: 'Have your data only stored',
    link: 'Have your data only stored',
    lead: 'We then keep your data and do nothing else with them, until you say that we may again.',
    means: [
      'Your adverts cannot be seen any more, and your searches find nothing.',
      'You get no mails or messages. Whoever wrote to you sees that you are away for now, and not why.',
      'Our staff cannot open anything of yours either.',
      'You can sign in, look at your data, fetch a copy, end your account, and undo this.',
      'Signed out, you can still look around, as anybody can without an account.',
    ],
    ground: 'Why?',
    grounds: {
      accuracy: { text: 'Something is not right', hint: 'We look into it; meanwhile we use nothing.' },
      unlawful: { text: 'You may not do this, but I do not want it erased' },
      claims: { text: 'You no longer need it, but I do, for a dispute', hint: 'For instance as evidence in court.' },
      objection: { text: 'I objected, and wait for the answer' },
    },
    choose: 'Choose a reason',
    reason: 'Do you want to add something?',
    reasonHint: 'You need not. You can read it back among your data.',
    act: 'Only store them',
    on: 'Your data are only stored',
    onText: (since) => `Since ${since} we do nothing else with them.`,
    byUs: 'We set this.',
    because: 'Reason',
    said: 'Added',
    lifting: (when) => `This ends on ${when}. If you want it to stay, say so here.`,
    stay: 'Leave it as it is',
    lift: 'Use them again',
    liftText: 'Everything is then as it was, at once. Mails that waited leave after all.',
    see: 'See everything we have',
    lifted: 'Your data are used as usual again.',
  },
  objections: {
    title: 'Object',
    link: 'Object to a use of your data',
    lead: 'For these things we do not have to ask you. You can always be against them.',
    object: 'I do not want this',
    withdraw: 'It is fine after all',
    of: (purpose) => `: ${purpose}`,
    effect: {
      stops: 'It then stops at once.',
      suspends: 'It then stops at once, until a human has weighed whether there are compelling reasons to go on.',
      weighed:
        'A human then weighs whether there are compelling reasons. Meanwhile it goes on, or everybody would be unprotected.',
    },
    reason: 'Why? (you may leave this open)',
    stopped: (since) => `Stopped, since your objection of ${since}`,
    suspended: (since) => `Stopped. We are looking at your objection of ${since}`,
    waits: (since) => `We are looking at your objection of ${since}`,
    goesOn: (since) => `Goes on, after your objection of ${since}`,
    answer: 'Our answer',
  },
}

export const words = wordsIn<Words>({ nl, fr, en })
