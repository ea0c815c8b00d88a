import { wordsIn } from '../../../std/words'

const nl = {
  restricted: 'De gegevens van deze persoon worden alleen bewaard',
  restrictedText: 'Niemand kan er iets van openen, ook wij niet, tot het opgeheven is.',
  lifts: (when: string) => `Dat eindigt op ${when}; de persoon weet het.`,
  lift: 'Opheffen over drie dagen',
  liftHint: 'De persoon krijgt er eerst een mail over, en kan zeggen dat het zo moet blijven.',
  title: 'Alleen laten bewaren',
  lead: 'Voor wie ons daarom schreef (AVG, artikel 18). De persoon krijgt een mail, leest de reden, en kan het zelf opheffen.',
  ground: 'Op welke grond?',
  grounds: {
    accuracy: 'De persoon betwist dat iets klopt',
    unlawful: 'Het is onrechtmatig, en de persoon wil het niet gewist',
    claims: 'De persoon heeft het nodig voor een rechtsvordering',
    objection: 'De persoon maakte bezwaar, en dat wordt bekeken',
  },
  reason: 'Reden',
  reasonHint: 'De persoon kan dit lezen.',
  act: 'Alleen nog bewaren',
  errors: { ground: { choose: 'Kies een grond' }, reason: { required: 'Geef de reden' } },
  queue: 'Bezwaren',
  item: (purpose: string) => `Bezwaar tegen: ${purpose}`,
  page: {
    since: 'Bezwaar van',
    now: 'Intussen',
    stops: 'gestopt voor deze persoon',
    goesOn: 'gaat door tot je beslist',
    read: 'Lees de reden van de persoon',
    readReason: 'Een bezwaar bekijken',
    none: 'De persoon gaf geen reden.',
    locked: 'De gegevens van deze persoon worden alleen bewaard: de reden kan nu niet gelezen worden.',
    weigh:
      'Alleen dwingende gerechtvaardigde gronden die zwaarder wegen dan wat de persoon wil, of een rechtsvordering, laten toe om door te gaan (AVG, artikel 21(1)).',
    decision: 'Wat beslis je?',
    grant: 'Het stopt voor deze persoon',
    refuse: 'Het gaat door',
    answer: 'Je antwoord aan de persoon',
    answerHint: 'Bij een weigering: welke dwingende gronden er zijn.',
    act: 'Beslis en antwoord',
    errors: { decision: { choose: 'Kies wat je beslist' }, answer: { required: 'Schrijf een antwoord' } },
  },
  mails: {
    restricted: {
      subject: (site: string) => `${site} bewaart je gegevens voortaan alleen`,
      text: 'Je gegevens worden vanaf nu alleen bewaard: we doen er verder niets mee. Waarom, lees je als je je aanmeldt. Daar kun je het ook ongedaan maken.',
    },
    lifting: {
      subject: (site: string) => `${site} gebruikt je gegevens binnenkort weer`,
      text: (when: string) =>
        `Je gegevens worden nu alleen bewaard. Dat eindigt op ${when}; daarna is alles weer zoals het was. Wil je dat niet, zeg het dan voor die dag.`,
    },
    objection: {
      subject: (site: string) => `Antwoord op je bezwaar bij ${site}`,
      stops: (purpose: string) => `Je maakte bezwaar tegen dit: ${purpose}. Je krijgt gelijk: het is gestopt.`,
      goesOn: (purpose: string) =>
        `Je maakte bezwaar tegen dit: ${purpose}. We gaan er toch mee door. Waarom, lees je als je je aanmeldt.`,
      complain: (authority: string) =>
        `Ben je het er niet mee eens? Je kunt een klacht indienen bij de ${authority}, of naar de rechter gaan.`,
    },
    button: 'Lees het',
  },
}
type Words = typeof nl
const fr: Words = {
  restricted: 'Les données de cette personne sont seulement conservées',
  restrictedText: 'Personne ne peut rien en ouvrir, nous non plus, jusqu’à la levée.',
  lifts: (when) => `Cela prend fin le ${when} ; la personne le sait.`,
  lift: 'Lever dans trois jours',
  liftHint: 'La personne en est d’abord avertie par e‑mail, et peut dire que cela doit continuer.',
  title: 'Faire seulement conserver',
  lead: 'Pour qui nous l’a demandé par écrit (RGPD, article 18). La personne reçoit un e‑mail, lit la raison, et peut lever la limitation.',
  ground: 'Pour quel motif ?',
  grounds: {
    accuracy: 'La personne conteste l’exactitude',
    unlawful: 'C’est illicite, et la personne s’oppose à l’effacement',
    claims: 'La personne en a besoin pour un droit en justice',
    objection: 'La personne s’est opposée, et c’est à l’examen',
  },
  reason: 'Raison',
  reasonHint: 'La personne peut la lire.',
  act: 'Seulement conserver',
  errors: { ground: { choose: 'Choisissez un motif' }, reason: { required: 'Donnez la raison' } },
  queue: 'Oppositions',
  item: (purpose) => `Opposition à : ${purpose}`,
  page: {
    since: 'Opposition du',
    now: 'Entre-temps',
    stops: 'arrêté pour cette personne',
    goesOn: 'continue jusqu’à votre décision',
    read: 'Lire la raison de la personne',
    readReason: 'Examiner une opposition',
    none: 'La personne n’a pas donné de raison.',
    locked: 'Les données de cette personne sont seulement conservées : la raison ne peut pas être lue maintenant.',
    weigh:
      'Seuls des motifs légitimes et impérieux qui prévalent sur ce que veut la personne, ou un droit en justice, permettent de continuer (RGPD, article 21(1)).',
    decision: 'Que décidez-vous ?',
    grant: 'Cela s’arrête pour cette personne',
    refuse: 'Cela continue',
    answer: 'Votre réponse à la personne',
    answerHint: 'En cas de refus : quels sont les motifs impérieux.',
    act: 'Décider et répondre',
    errors: { decision: { choose: 'Choisissez ce que vous décidez' }, answer: { required: 'Écrivez une réponse' } },
  },
  mails: {
    restricted: {
      subject: (site) => `${site} ne fait plus que conserver vos données`,
      text: 'Vos données sont désormais seulement conservées : nous n’en faisons rien d’autre. Connectez-vous pour lire pourquoi. Vous pouvez aussi y mettre fin.',
    },
    lifting: {
      subject: (site) => `${site} utilisera bientôt de nouveau vos données`,
      text: (when) =>
        `Vos données sont actuellement seulement conservées. Cela prend fin le ${when} ; ensuite tout redevient comme avant. Si vous ne le voulez pas, dites-le avant ce jour.`,
    },
    objection: {
      subject: (site) => `Réponse à votre opposition sur ${site}`,
      stops: (purpose) => `Vous vous êtes opposé à ceci : ${purpose}. Vous avez raison : c’est arrêté.`,
      goesOn: (purpose) =>
        `Vous vous êtes opposé à ceci : ${purpose}. Nous continuons malgré tout. Connectez-vous pour lire pourquoi.`,
      complain: (authority) => `Pas d’accord ? Vous pouvez vous plaindre auprès de l’autorité (${authority}), ou saisir le juge.`,
    },
    button: 'Le lire',
  },
}
const en: Words = {
  restricted: 'The data of this person are only stored',
  restrictedText: 'Nobody can open anything of them, nor can we, until it is lifted.',
  lifts: (when) => `That ends on ${when}; the person knows.`,
  lift: 'Lift in three days',
  liftHint: 'The person gets a mail about it first, and can say that it should stay.',
  title: 'Have data only stored',
  lead: 'For whoever wrote to us to ask for it (GDPR, article 18). The person gets a mail, reads the reason, and can lift it.',
  ground: 'On which ground?',
  grounds: {
    accuracy: 'The person contests that something is right',
    unlawful: 'It is unlawful, and the person does not want it erased',
    claims: 'The person needs it for a legal claim',
    objection: 'The person objected, and that is being weighed',
  },
  reason: 'Reason',
  reasonHint: 'The person can read this.',
  act: 'Only store them',
  errors: { ground: { choose: 'Choose a ground' }, reason: { required: 'Give the reason' } },
  queue: 'Objections',
  item: (purpose) => `Objection to: ${purpose}`,
  page: {
    since: 'Objected on',
    now: 'Meanwhile',
    stops: 'stopped for this person',
    goesOn: 'goes on until you decide',
    read: 'Read the person’s reason',
    readReason: 'Weighing an objection',
    none: 'The person gave no reason.',
    locked: 'The data of this person are only stored: the reason cannot be read now.',
    weigh:
      'Only compelling legitimate grounds that outweigh what the person wants, or a legal claim, allow it to go on (GDPR, article 21(1)).',
    decision: 'What do you decide?',
    grant: 'It stops for this person',
    refuse: 'It goes on',
    answer: 'Your answer to the person',
    answerHint: 'When you refuse: which compelling grounds there are.',
    act: 'Decide and answer',
    errors: { decision: { choose: 'Choose what you decide' }, answer: { required: 'Write an answer' } },
  },
  mails: {
    restricted: {
      subject: (site) => `${site} only stores your data from now on`,
      text: 'Your data are only stored from now on: we do nothing else with them. Sign in to read why. You can undo it there too.',
    },
    lifting: {
      subject: (site) => `${site} will soon use your data again`,
      text: (when) =>
        `Your data are only stored now. That ends on ${when}; then everything is as it was. If you do not want that, say so before that day.`,
    },
    objection: {
      subject: (site) => `Answer to your objection at ${site}`,
      stops: (purpose) => `You objected to this: ${purpose}. You are right: it has stopped.`,
      goesOn: (purpose) => `You objected to this: ${purpose}. We go on with it all the same. Sign in to read why.`,
      complain: (authority) => `Do you disagree? You can complain to the ${authority}, or go to court.`,
    },
    button: 'Read it',
  },
}

export const words = wordsIn<Words>({ nl, fr, en })
