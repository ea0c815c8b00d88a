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
    'chat',
    'writing',
    'replies',
    'newsletter',
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
    gravatar: {
      name: 'Gravatar (Automattic Inc.)',
      place: 'US',
      statement: 'https://automattic.com/privacy/',
      transfer: 'clauses',
    },
  },
  // The menu is for rooms, and for what is one's own.
  blog: 'foot',
  chat: {
    by: 'us',
    answers: [
      {
        name: { nl: 'Betalen voor je tekent', fr: 'Payer avant de signer', en: 'Paying before you sign' },
        text: {
          nl: 'Betaal niets voor je de kamer zag en het contract getekend is. Vraagt iemand dat toch, meld de advertentie dan.',
          fr: 'Ne payez rien avant d’avoir vu la chambre et signé le contrat. Si on vous le demande quand même, signalez l’annonce.',
          en: 'Pay nothing before you saw the room and signed the contract. If somebody asks that anyway, report the advert.',
        },
      },
      {
        name: { nl: 'Hoe adverteren', fr: 'Comment publier', en: 'How to advertise' },
        text: {
          nl: 'Bovenaan elke pagina staat “Plaats een advertentie”. Het kost niets en duurt een minuut of tien.',
          fr: 'En haut de chaque page se trouve « Déposer une annonce ». C’est gratuit et prend une dizaine de minutes.',
          en: 'At the top of each page is “Place an advert”. It is free and takes some ten minutes.',
        },
      },
    ],
  },
} satisfies SiteInput
