import { wordsIn } from '../../../std/words'

const nl = {
  title: {
    advert: 'We haalden deze advertentie weg: we denken dat ze niet echt is',
    advertiser: 'We haalden een andere advertentie van deze persoon weg: we denken dat die niet echt is',
  },
  text: 'Een medewerker keek ernaar. Betaal niets, stuur geen papieren en maak geen afspraak.',
  keep: 'Wat jullie hier schreven, blijft staan, tot de ander het account beëindigt. Wil je zeker zijn?',
  report: 'Meld dit gesprek, dan houden we het vast',
  mayComplain: 'Wie de advertentie plaatste, kan tegen onze beslissing ingaan. Was ze verkeerd, dan laten we je dat weten.',
  withdrawn: {
    title: 'Onze waarschuwing was niet terecht',
    text: (warned: string, withdrawn: string) =>
      `Op ${warned} waarschuwden we je voor wie je hier schrijft. We keken opnieuw, en namen de waarschuwing terug op ${withdrawn}.`,
  },
  tag: 'Waarschuwing',
  staff: (n: number) =>
    n === 0
      ? 'Haal je ze weg als oplichting, dan is er niemand om te waarschuwen: niemand schreef met deze verhuurder, of wie schreef is al gewaarschuwd.'
      : `Haal je ze weg als oplichting, dan ${n === 1 ? 'krijgt 1 zoeker' : `krijgen ${n} zoekers`} een waarschuwing, in het gesprek en per mail: wie met deze verhuurder schreef over welke advertentie ook. Bij een andere reden hoort niemand het.`,
  mails: {
    warned: {
      subject: 'Betaal niets: over een advertentie waarop je reageerde',
      text: [
        'We haalden een advertentie weg van iemand met wie je hier schreef: we denken dat ze niet echt is. Een medewerker keek ernaar.',
        'Betaal niets en stuur geen papieren. Betaalde je al iets, bel dan meteen je bank en doe aangifte bij de politie. Het gesprek is bewijs; daar staat ook wat je nog kunt doen:',
      ],
      after:
        'Wie de advertentie plaatste, kan tegen onze beslissing ingaan. Was ze verkeerd, dan laten we je dat weten. Deze mail gaat over je veiligheid: je krijgt ze welke mails je ook koos.',
    },
    withdrawn: {
      subject: 'Onze waarschuwing was niet terecht',
      text: [
        'We waarschuwden je voor iemand met wie je hier schreef. We keken opnieuw: dat was niet terecht, en we namen het terug. Het gaat om dit gesprek of deze gesprekken:',
      ],
      after: 'Je krijgt deze mail omdat we je eerder waarschuwden, welke mails je ook koos.',
    },
  },
}
type Words = typeof nl
const fr: Words = {
  title: {
    advert: 'Nous avons retiré cette annonce : nous pensons qu’elle n’est pas vraie',
    advertiser: 'Nous avons retiré une autre annonce de cette personne : nous pensons qu’elle n’est pas vraie',
  },
  text: 'Un collaborateur l’a examinée. Ne payez rien, n’envoyez aucun document et ne prenez pas rendez-vous.',
  keep: 'Ce que vous vous êtes écrit ici reste en place, tant que l’autre garde son compte. Vous voulez en être sûr ?',
  report: 'Signalez cette conversation, et nous la retenons',
  mayComplain:
    'La personne qui a placé l’annonce peut contester notre décision. Si nous nous sommes trompés, nous vous le dirons.',
  withdrawn: {
    title: 'Notre avertissement n’était pas fondé',
    text: (warned, withdrawn) =>
      `Le ${warned}, nous vous avons averti au sujet de la personne à qui vous écrivez ici. Nous avons réexaminé, et retiré l’avertissement le ${withdrawn}.`,
  },
  tag: 'Avertissement',
  staff: (n) =>
    n === 0
      ? 'Si vous la retirez comme arnaque, il n’y a personne à avertir : personne n’a écrit avec ce bailleur, ou qui a écrit est déjà averti.'
      : `Si vous la retirez comme arnaque, ${n === 1 ? '1 chercheur reçoit' : `${n} chercheurs reçoivent`} un avertissement, dans la conversation et par e‑mail : qui a écrit avec ce bailleur au sujet de n’importe quelle annonce. Pour une autre raison, personne n’en est informé.`,
  mails: {
    warned: {
      subject: 'Ne payez rien : à propos d’une annonce à laquelle vous avez répondu',
      text: [
        'Nous avons retiré une annonce de quelqu’un avec qui vous avez écrit ici : nous pensons qu’elle n’est pas vraie. Un collaborateur l’a examinée.',
        'Ne payez rien et n’envoyez aucun document. Si vous avez déjà payé, appelez tout de suite votre banque et portez plainte à la police. La conversation est une preuve ; elle dit aussi ce que vous pouvez encore faire :',
      ],
      after:
        'La personne qui a placé l’annonce peut contester notre décision. Si nous nous sommes trompés, nous vous le dirons. Cet e‑mail concerne votre sécurité : vous le recevez quels que soient les e‑mails que vous avez choisis.',
    },
    withdrawn: {
      subject: 'Notre avertissement n’était pas fondé',
      text: [
        'Nous vous avons averti au sujet de quelqu’un avec qui vous avez écrit ici. Nous avons réexaminé : ce n’était pas fondé, et nous l’avons retiré. Il s’agit de cette ou de ces conversations :',
      ],
      after: 'Vous recevez cet e‑mail parce que nous vous avions averti, quels que soient les e‑mails que vous avez choisis.',
    },
  },
}
const en: Words = {
  title: {
    advert: 'We took this advert away: we think that it is not genuine',
    advertiser: 'We took another advert of this person away: we think that it is not genuine',
  },
  text: 'A member of staff looked at it. Pay nothing, send no papers and make no appointment.',
  keep: 'What you wrote to each other here stays, until the other ends their account. Do you want to be sure?',
  report: 'Report this conversation, and we hold on to it',
  mayComplain: 'Whoever placed the advert may complain against our decision. If it was wrong, we tell you.',
  withdrawn: {
    title: 'Our warning was not justified',
    text: (warned, withdrawn) =>
      `On ${warned} we warned you of the person you write with here. We looked again, and took the warning back on ${withdrawn}.`,
  },
  tag: 'Warning',
  staff: (n) =>
    n === 0
      ? 'If you take it down as a scam, there is nobody to warn: nobody wrote with this advertiser, or whoever did is warned already.'
      : `If you take it down as a scam, ${n === 1 ? '1 seeker is' : `${n} seekers are`} warned, in the conversation and by mail: whoever wrote with this advertiser about any advert. For another reason nobody is told.`,
  mails: {
    warned: {
      subject: 'Pay nothing: about an advert that you replied to',
      text: [
        'We took an advert away of somebody you wrote with here: we think that it is not genuine. A member of staff looked at it.',
        'Pay nothing and send no papers. If you paid anything already, call your bank at once and report it to the police. The conversation is evidence; it also says what else you can do:',
      ],
      after:
        'Whoever placed the advert may complain against our decision. If it was wrong, we tell you. This mail is about your safety: you get it whatever mails you chose.',
    },
    withdrawn: {
      subject: 'Our warning was not justified',
      text: [
        'We warned you of somebody you wrote with here. We looked again: it was not justified, and we took it back. It is about this conversation, or these:',
      ],
      after: 'You get this mail because we warned you before, whatever mails you chose.',
    },
  },
}
export const words = wordsIn<Words>({ nl, fr, en })
