import { wordsIn } from '../../../std/words'

const nl = {
  title: {
    advert: 'We haalden deze advertentie offline',
    advertiser: 'We haalden een advertentie van deze persoon offline: opgelicht worden is niet uitgesloten',
  },
  text: 'Een medewerker keek ernaar. Betaal niets en stuur geen papieren. Betaalde je al iets, lees dan hieronder wat je nu doet.',
  mail: {
    subject: 'Over een advertentie waarop je reageerde',
    text: 'We haalden een advertentie offline van iemand met wie je hier schreef. Betaal niets meer. In het gesprek staat wat je kunt doen.',
    button: 'Open het gesprek',
  },
}
type Words = typeof nl
const fr: Words = {
  title: {
    advert: 'Nous avons retiré cette annonce',
    advertiser: 'Nous avons retiré une annonce de cette personne : une arnaque n’est pas exclue',
  },
  text: 'Un collaborateur l’a examinée. Ne payez rien et n’envoyez aucun document. Si vous avez déjà payé, lisez ci-dessous que faire maintenant.',
  mail: {
    subject: 'À propos d’une annonce à laquelle vous avez répondu',
    text: 'Nous avons retiré une annonce de quelqu’un avec qui vous avez écrit ici. Ne payez plus rien. La conversation dit ce que vous pouvez faire.',
    button: 'Ouvrir la conversation',
  },
}
const en: Words = {
  title: {
    advert: 'We took this advert offline',
    advertiser: 'We took an advert of this person offline: it may be a swindle',
  },
  text: 'A member of staff looked at it. Pay nothing and send no papers. If you have paid already, read below what to do now.',
  mail: {
    subject: 'About an advert that you replied to',
    text: 'We took an advert offline of somebody you wrote with here. Pay nothing more. The conversation says what you can do.',
    button: 'Open the conversation',
  },
}
export const words = wordsIn<Words>({ nl, fr, en })
