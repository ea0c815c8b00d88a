import type { RestrictionGround } from '../../../register'

export const nl = {
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
    told: 'Wie dit van ons weet',
    toldOn: (when: string) => `gezegd op ${when}`,
    toTell: 'dat zeggen we nog',
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
export type Words = {
  restriction: Omit<(typeof nl)['restriction'], 'grounds'> & {
    grounds: Record<RestrictionGround, { text: string; hint?: string }>
  }
  objections: (typeof nl)['objections']
}
