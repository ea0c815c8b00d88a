export const nl = {
  report: {
    title: { listing: 'Deze advertentie melden', thread: 'Dit gesprek melden' },
    lead: 'Klopt er iets niet? Vertel het ons. Een mens bekijkt je melding en laat je weten wat we beslissen.',
    about: 'Je meldt',
    reason: 'Wat is er aan de hand?',
    reasons: {
      scam: { text: 'Oplichting', hint: 'Geld vragen vóór een bezoek, een kot dat niet bestaat, gestolen foto’s.' },
      discrimination: { text: 'Discriminatie', hint: 'Iemand weigeren om afkomst, geloof, geslacht, handicap of inkomen.' },
      unlawful: {
        text: 'Iets anders dat niet mag van de wet',
        hint: 'Een te hoge waarborg, een kot dat onbewoonbaar verklaard is.',
      },
      wrong: { text: 'Het klopt niet', hint: 'De prijs of de plaats is fout, of het kot is al verhuurd.' },
      abuse: { text: 'Lastigvallen of bedreigen', hint: 'Beledigingen, dreigementen, ongewenste berichten.' },
      other: { text: 'Iets anders', hint: undefined },
    },
    explanation: {
      label: 'Wat is er precies mis, en waarom?',
      hint: 'Hoe duidelijker, hoe sneller we kunnen beslissen. Schrijf geen gegevens van anderen die niet nodig zijn.',
    },
    contact: { label: 'Je e-mailadres', hint: 'We sturen je een ontvangstbewijs en later onze beslissing.' },
    goodFaith: {
      legend: 'Te goeder trouw',
      label: 'Ik ben ervan overtuigd dat wat ik hier schrijf juist en volledig is.',
    },
    whoSees: 'Wie de advertentie plaatste of met je schreef, krijgt niet te horen wie dit meldde.',
    submit: 'Melding versturen',
    back: 'Terug',
    sentTitle: 'Je melding is bij ons',
    sent: 'Dank je. We hebben je een ontvangstbewijs gemaild. Zodra we beslissen, mailen we je wat en waarom.',
    urgent: 'Is er onmiddellijk gevaar? Bel 112. Ben je geld kwijt? Bel meteen je bank en doe aangifte bij de politie.',
  },
  errors: {
    reason: { choose: 'Kies wat er aan de hand is' },
    explanation: { required: 'Leg uit wat er mis is', tooShort: 'Leg in een paar woorden uit wat er mis is' },
    contact: { required: 'Vul je e-mailadres in, zodat we je kunnen antwoorden' },
    goodFaith: { goodFaith: 'Kruis aan dat je te goeder trouw meldt' },
  },
  mails: {
    about: { listing: 'een advertentie', thread: 'een gesprek' },
    received: {
      subject: (site: string) => `We kregen je melding bij ${site}`,
      text: (about: string, reason: string, day: string) => [
        `Dank je voor je melding van ${day} over ${about} (${reason}).`,
        'Een mens van ons bekijkt ze. We beslissen niet automatisch. Je krijgt onze beslissing met de reden ervan in een volgende mail.',
      ],
      reference: (reference: string) => `Nummer van je melding: ${reference}`,
    },
  },
}

export type Words = typeof nl
