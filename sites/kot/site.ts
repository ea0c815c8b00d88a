import type { SiteInput } from '../../src/platform/site'

export default {
  name: 'Dorpel',
  tagline: {
    nl: 'Een kot vinden, zonder gedoe',
    fr: 'Trouver un kot, simplement',
    en: 'Find a student room, simply',
  },
  features: [
    'accounts',
    'registration',
    'desk',
    'moderation',
    'places',
    'listings',
    'search',
    'alerts',
    'shortlists',
    'messages',
    'incidents',
    'your-data',
    'requests',
    'contact',
    'writing',
    'replies',
    'statistics',
  ],
  controller: {
    name: 'Dorpel vzw (demo)',
    registration: 'BE 0000.000.097',
    address: 'Voorbeeldstraat 1, 3000 Leuven',
    email: 'privacy@dorpel.example',
  },
  officer: { name: 'An Voorbeeld (demo)', email: 'dpo@dorpel.example' },
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
    place: 'NL',
    statement: 'https://hosting.example/privacy',
    agreement: '2026-01-01',
    measures: {
      nl: 'De gegevens staan op één server in Nederland. De sleutels liggen in een andere map dan de gegevens.',
      fr: 'Les données se trouvent sur un seul serveur aux Pays-Bas. Les clés sont rangées ailleurs que les données.',
      en: 'The data lie on one server in the Netherlands. The keys are kept apart from the data.',
    },
  },
  recipients: {
    mail: { name: 'Amazon SES (eu-west-1)', place: 'IE', statement: 'https://aws.amazon.com/privacy/', agreement: '2026-01-01' },
  },
} satisfies SiteInput
