import type { SiteInput } from '../../src/platform/site'

/** An agency that makes things for others: a website, and nobody but its own people has an account. */
export default {
  name: 'Loofwerk',
  languages: ['nl'],
  tagline: {
    nl: 'Websites die doen wat ze zeggen',
    fr: 'Des sites qui font ce qu’ils disent',
    en: 'Websites that do what they say',
  },
  // A green of leaves, a serif to read by.
  brand: {
    headings: '"Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", "Noto Serif", Georgia, serif',
    light: {
      'brand-fill': '#1f5c46',
      'brand-fill-hover': '#174534',
      'brand-text': '#1f5c46',
      'brand-text-hover': '#123a2b',
      'brand-tint': '#e4f0e8',
      'brand-accent': '#e9a98a',
      'brand-accent-on': '#33150a',
      ground: '#fbfaf5',
      sunken: '#f1efe5',
    },
    dark: {
      'brand-fill': '#2f7d60',
      'brand-fill-hover': '#37805f',
      'brand-text': '#9fdcbd',
      'brand-text-hover': '#c9efdb',
      'brand-tint': '#17332a',
      'brand-accent': '#e9a98a',
      'brand-accent-on': '#33150a',
      ground: '#111713',
      surface: '#18201b',
      sunken: '#0c110e',
    },
  },
  features: [
    'accounts',
    'desk',
    'incidents',
    'your-data',
    'requests',
    'contact',
    'chat',
    'writing',
    'replies',
    'newsletter',
    'statistics',
  ],
  controller: {
    name: 'Loofwerk cv (demo)',
    registration: 'BE 0000.000.196',
    address: 'Voorbeeldkaai 12, 9000 Gent',
    email: 'privacy@loofwerk.example',
  },
  officer: { name: 'Mira Voorbeeld (demo)', email: 'gegevens@loofwerk.example' },
  authority: {
    name: {
      nl: 'Gegevensbeschermingsautoriteit',
      fr: 'Autorité de protection des données',
      en: 'Belgian Data Protection Authority',
    },
    url: 'https://www.gegevensbeschermingsautoriteit.be',
  },
  hosting: {
    name: 'Voorbeeld Hosting (demo)',
    place: 'BE',
    statement: 'https://hosting.example/privacy',
    agreement: '2026-01-01',
    measures: {
      nl: 'De gegevens staan op één server in België. De sleutels liggen in een andere map dan de gegevens.',
      fr: 'Les données se trouvent sur un seul serveur en Belgique. Les clés sont rangées ailleurs que les données.',
      en: 'The data lie on one server in Belgium. The keys are kept apart from the data.',
    },
  },
  recipients: {
    gravatar: {
      name: 'Gravatar (Automattic Inc.)',
      place: 'US',
      statement: 'https://automattic.com/privacy/',
      transfer: 'clauses',
    },
  },
  chat: {
    by: 'us',
    answers: [
      {
        name: { nl: 'Een offerte', fr: 'Un devis', en: 'A quote' },
        text: {
          nl: 'Met het formulier “Vraag een offerte” weten we meteen wat je zoekt. Je krijgt binnen twee werkdagen antwoord.',
          fr: 'Le formulaire de devis nous dit tout de suite ce que vous cherchez. Vous avez une réponse dans les deux jours ouvrables.',
          en: 'The form for a quote tells us at once what you look for. You have an answer within two working days.',
        },
      },
    ],
  },
} satisfies SiteInput
