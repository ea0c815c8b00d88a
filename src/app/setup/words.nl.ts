import type { SiteInput } from '../../platform/site'
import type { Key } from './questions'

export type Refusal = 'empty' | 'email' | 'country' | 'signs' | 'domain' | 'languages' | 'beOrNl' | 'server' | 'port'
/** The settings that setup writes, as one reads them in the file. */
export type Written =
  | 'PRODUCTION'
  | 'SITE'
  | 'PUBLIC_URL'
  | 'TRUST_PROXY'
  | 'DATA_DIR'
  | 'KEYS_DIR'
  | 'SMTP_URL'
  | 'MAIL_FROM'
  | 'LANG'
export type Words = {
  questions: Record<Key, { ask: string; hint?: string }>
  /** Offered instead of a password. */
  asBefore: string
  refusals: Record<Refusal, string>
  /** An option that there is none of, or without a value. */
  noOption: (given: string) => string
  inProgram: (folder: string) => string
  keysInData: string
  nowhere: (domain: string) => string
  leads: (domain: string, addresses: string) => string
  mailRefused: (host: string, code: string) => string
  mailTaken: (host: string) => string
  goOn: string
  yes: string
  written: (site: string, env: string) => string
  next: string
  start: (env: string) => string
  caddy: (domain: string) => string
  owner: (email: string) => string
  keyCopy: () => string
  doctor: string
  /** The first lines of the files. */
  heads: { site: readonly string[]; env: readonly string[] }
  site: Partial<Record<keyof SiteInput, string>>
  env: Record<Written, string>
}

export const nl: Words = {
  questions: {
    domain: { ask: 'Op welke domeinnaam komt de site?', hint: 'zoals kotwijzer.be, zonder https://' },
    name: { ask: 'Hoe heet de site?' },
    languages: { ask: 'In welke talen?', hint: 'nl, fr en en, de belangrijkste eerst' },
    country: {
      ask: 'In welk land is de verwerkingsverantwoordelijke gevestigd?',
      hint: 'BE of NL; daaruit volgt welke toezichthouder in de privacyverklaring staat',
    },
    controller: {
      ask: 'Wie is de verwerkingsverantwoordelijke?',
      hint: 'de vereniging, het bedrijf of de persoon die voor de gegevens instaat',
    },
    registration: { ask: 'Met welk ondernemings- of inschrijvingsnummer?', hint: 'zoals BE 0123.456.749' },
    address: { ask: 'Op welk adres?' },
    email: { ask: 'Op welk e-mailadres kunnen mensen de verwerkingsverantwoordelijke bereiken?' },
    officer: {
      ask: 'Wie is de functionaris voor gegevensbescherming?',
      hint: 'een naam; is er geen, dan wie zulke vragen beantwoordt',
    },
    'officer-email': { ask: 'En het e-mailadres van die persoon?' },
    hosting: { ask: 'Bij welk bedrijf staat deze server?' },
    'hosting-country': { ask: 'In welk land staan de gegevens?', hint: 'twee letters, zoals BE' },
    'smtp-host': { ask: 'Welke mailserver verstuurt de mails?', hint: 'zoals smtp.example.org' },
    'smtp-port': { ask: 'Op welke poort?', hint: '465: meteen TLS; 587: STARTTLS' },
    'smtp-user': { ask: 'Met welke gebruikersnaam?', hint: 'leeg: geen' },
    'smtp-password': {
      ask: 'En met welk wachtwoord?',
      hint: 'je ziet het terwijl je typt; het komt alleen in het bestand met de instellingen',
    },
    'mail-company': { ask: 'Van welk bedrijf is die mailserver?' },
    'mail-country': { ask: 'In welk land werkt dat bedrijf?', hint: 'twee letters, zoals BE' },
    'mail-from': { ask: 'Van welk adres komen de mails?' },
    owner: {
      ask: 'Wat is het e-mailadres van de eerste eigenaar?',
      hint: 'wie als eerste in het beheer komt; het wordt niet bewaard, alleen aan het einde herhaald',
    },
  },
  asBefore: 'zoals voorheen',
  refusals: {
    empty: 'Dit mag niet leeg zijn: het komt in de privacyverklaring.',
    email: 'Geef een e-mailadres, zoals post@example.org.',
    country: 'Geef de twee hoofdletters van een land, zoals BE of NL.',
    signs: 'Laat de tekens " \\ $ en ` weg.',
    domain: 'Geef een domeinnaam in kleine letters, zoals kotwijzer.be, zonder https:// en zonder schuine streep.',
    languages: 'Geef nl, fr, en of enkele daarvan, met komma’s ertussen.',
    beOrNl: 'Geef BE of NL.',
    server: 'Geef de naam van een server, zoals smtp.example.org.',
    port: 'Geef een poort, zoals 465.',
  },
  noOption: (given) => `${given} begrijp ik niet. Dit kan, telkens met een waarde erachter: `,
  inProgram: (folder) => `${folder} ligt in het programma, en een update zou erop botsen. Geef met --folder een andere plek.`,
  keysInData: 'De sleutels zouden tussen de gegevens liggen. Geef met --keys een andere plek.',
  nowhere: (domain) => `${domain} wijst nog nergens naar: maak een A- en een AAAA-record met de adressen van deze server.`,
  leads: (domain, addresses) => `${domain} wijst naar ${addresses}`,
  mailRefused: (host, code) =>
    `Bij ${host} lukte aanmelden over TLS niet (${code}): kijk naam, poort, gebruiker en wachtwoord na.`,
  mailTaken: (host) => `${host} neemt onze mail aan, over TLS`,
  goOn: 'Toch doorgaan?',
  yes: 'ja',
  written: (site, env) => `Geschreven: ${site} en ${env}. Lees ze even na; setup kan altijd opnieuw.`,
  next: 'Wat nu:',
  start: (env) => `set -a; . ${env}; set +a; npm start   (hoe je er een dienst van maakt, staat in docs/running.md)`,
  caddy: (domain) => `zet ${domain} in /etc/caddy/Caddyfile (deploy/Caddyfile toont hoe), en dan: systemctl reload caddy`,
  owner: (email) => `huisrecht staff add ${email}   (maakt de eerste eigenaar, en toont de link waarmee die binnenkomt)`,
  keyCopy: () => 'huisrecht keys escrow   (maakt de privésleutel die reservekopieën terugzet: bewaar hem buiten deze server)',
  doctor: 'huisrecht doctor   (tot alles in orde is)',
  heads: {
    site: [
      'Wat de site over zichzelf zegt. Geschreven door huisrecht setup.',
      'Je mag dit bestand zelf aanpassen; setup behoudt wat je toevoegt, maar niet je commentaar.',
      'Na een wijziging: systemctl restart huisrecht',
    ],
    env: [
      'De instellingen. Geschreven door huisrecht setup; docs/running.md noemt ze allemaal.',
      'Hier staat het wachtwoord van de mail in: toon dit bestand aan niemand.',
      'Na een wijziging: systemctl restart huisrecht',
    ],
  },
  site: {
    name: 'Hoe de site heet.',
    tagline: 'De zin onder de naam.',
    features: 'Wat de site kan; laat weg wat je niet wilt.',
    languages: 'De talen, de belangrijkste eerst.',
    controller: 'De verwerkingsverantwoordelijke: staat in de privacyverklaring.',
    officer: 'Wie vragen over gegevens beantwoordt.',
    authority: 'De toezichthouder waar mensen een klacht kunnen indienen.',
    hosting: 'Waar de server staat. Noteer bij agreement de dag van de verwerkersovereenkomst, zoals 2026-01-31.',
    recipients: 'De bedrijven die gegevens krijgen. Ook hier: de dag van de verwerkersovereenkomst bij agreement.',
    backupDays: 'Zo veel dagen kan een reservekopie worden teruggezet; daarna is wat gewist werd er ook niet meer uit te halen.',
    brand: 'De huisstijl, zoals { "light": { "brand-fill": "#1f5c46" } }.',
  },
  env: {
    PRODUCTION: '1: de site is voor echte bezoekers, en weigert te starten met wat daar niet voor deugt.',
    SITE: 'De map met site.ts.',
    PUBLIC_URL: 'Het adres dat bezoekers intikken.',
    TRUST_PROXY: '1: Caddy staat ervoor, en zegt van welk adres een bezoeker komt.',
    DATA_DIR: 'De databank en de bestanden.',
    KEYS_DIR: 'De sleutels. Zonder sleutels is alles onleesbaar: de reservekopie bewaart ze, versleuteld. Kopieer ze niet zelf.',
    SMTP_URL: 'De mailserver, met gebruiker en wachtwoord.',
    MAIL_FROM: 'De afzender van de mails.',
    LANG: 'De taal waarin het programma spreekt tegen wie het beheert.',
  },
}
