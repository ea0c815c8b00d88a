/** The list by chapter, in the order in which it is read. */
export type Items<T> = {
  people: Record<'controller' | 'officer' | 'authority' | 'owners' | 'leaving', T>
  accounts: Record<'domain' | 'server' | 'mail' | 'mailbox', T>
  treasures: Record<'keys' | 'keyCopy' | 'data' | 'backup' | 'restore', T>
  server: Record<'program' | 'folder' | 'settings' | 'services' | 'doctor', T>
  duties: Record<'questions' | 'reports' | 'breaches' | 'statement', T>
}
export type Words = {
  title: (site: string) => string
  agreement: (day: string) => string
  noAgreement: string
  checked: (day: string) => string
  lastOne: (day: string) => string
  chapters: Record<keyof Items<unknown>, string>
  items: Items<{ what: string; why: string }>
}

export const nl: Words = {
  title: (site) => `${site} overdragen`,
  agreement: (day) => `overeenkomst van ${day}`,
  noAgreement: 'geen overeenkomst genoteerd',
  checked: (day) => `nagekeken op ${day}`,
  lastOne: (day) => `de laatste is van ${day}`,
  chapters: {
    people: 'Wie er verantwoordelijk is',
    accounts: 'Accounts elders, die in andere handen moeten',
    treasures: 'Wat nooit verloren mag gaan',
    server: 'Op de server',
    duties: 'Taken die mee overgaan',
  },
  items: {
    people: {
      controller: { what: 'Verwerkingsverantwoordelijke', why: 'staat in de privacyverklaring' },
      officer: {
        what: 'Functionaris voor gegevensbescherming',
        why: 'hier schrijven mensen en de toezichthouder naartoe',
      },
      authority: { what: 'Toezichthouder', why: 'een datalek meld je er binnen 72 uur' },
      owners: { what: 'Minstens twee eigenaars in het beheer', why: 'een telefoon is snel kwijt' },
      leaving: { what: 'Wie eigenaar was en vertrekt', why: 'de toegang eindigt op de dag van het vertrek' },
    },
    accounts: {
      domain: { what: 'Domeinnaam', why: 'wie de naam heeft, heeft de site' },
      server: { what: 'Server', why: 'de rekening, en de toegang met SSH' },
      mail: { what: 'Mail', why: 'de rekening, en het wachtwoord in SMTP_URL' },
      mailbox: { what: 'Mailbox van de site', why: 'daar komen de antwoorden van mensen aan' },
    },
    treasures: {
      keys: { what: 'Sleutels', why: 'zonder sleutels kan niemand nog iets lezen' },
      keyCopy: { what: 'Privésleutel van de reservekopieën', why: 'in welke kluis ligt hij, en wie kan erbij?' },
      data: { what: 'Gegevens', why: 'databank en bestanden' },
      backup: { what: 'Reservekopie, buiten de server', why: 'en niet bij de kopie van de sleutels' },
      restore: {
        what: 'Een reservekopie die echt eens teruggezet is',
        why: 'op een andere computer, met de kopie van de sleutels',
      },
    },
    server: {
      program: { what: 'Programma', why: 'de kloon die draait' },
      folder: { what: 'Map van de site', why: 'namen, bedrijven, huisstijl: bewaar een kopie' },
      settings: { what: 'Instellingen', why: 'in dit bestand staat het wachtwoord van de mail' },
      services: { what: 'Diensten', why: 'site, nachtelijke reservekopie, webserver' },
      doctor: { what: 'Of alles in orde is', why: 'kijk het samen na, op de dag zelf' },
    },
    duties: {
      questions: { what: 'Vragen van mensen over hun gegevens', why: 'antwoord binnen 14 dagen' },
      reports: { what: 'Meldingen en klachten in het beheer', why: 'iemand kijkt elke dag' },
      breaches: { what: 'Het register van datalekken', why: 'ook van de kleine' },
      statement: {
        what: 'De nieuwe mensen in de privacyverklaring',
        why: 'pas site.ts aan op de dag van de overdracht',
      },
    },
  },
}
