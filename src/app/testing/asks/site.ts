// A site on which something needs consent: a service on loopback that measures visits, and mailings. For tests: SITE may be a folder.
import kot from '../../../../sites/kot/site.ts'
import type { SiteInput } from '../../../platform/site'

const elsewhere = process.env.THIRD_PARTY ?? 'http://127.0.0.1:4599'

export default {
  ...kot,
  name: 'Drempel',
  controller: {
    name: 'Drempel vzw',
    registration: 'BE 0000.000.098',
    address: 'Voorbeeldstraat 2, 3000 Leuven',
    email: 'privacy@drempel.example',
  },
  officer: { name: 'Bart Voorbeeld', email: 'dpo@drempel.example' },
  hosting: { name: 'Voorbeeld Hosting', place: 'NL' },
  recipients: {
    mail: { name: 'Postbode', place: 'IE', agreement: '2026-01-01' },
    statistics: {
      name: 'Telraam',
      place: 'NL',
      statement: 'https://telraam.example/privacy',
      agreement: '2026-01-01',
      browser: {
        scripts: [`${elsewhere}/measure.js`],
        pixels: [`${elsewhere}/pixel.gif`],
        hosts: [elsewhere],
        cookies: [
          {
            name: '_tel',
            days: 90,
            what: { nl: 'Telt bezoekers.', fr: 'Compte les visiteurs.', en: 'Counts visitors.' },
          },
          {
            name: '_tel_*',
            days: null,
            what: { nl: 'Telt pagina’s in een bezoek.', fr: 'Compte les pages d’une visite.', en: 'Counts pages of a visit.' },
          },
        ],
        storage: [
          {
            in: 'localStorage',
            name: 'tel.visitor',
            what: { nl: 'Herkent wie terugkomt.', fr: 'Reconnaît qui revient.', en: 'Knows who comes back.' },
          },
          {
            in: 'sessionStorage',
            name: 'tel.page.*',
            what: { nl: 'Onthoudt elke pagina.', fr: 'Retient chaque page.', en: 'Remembers each page.' },
          },
          {
            in: 'IndexedDB',
            name: 'telraam',
            what: { nl: 'Bewaart wat nog weg moet.', fr: 'Garde ce qui doit partir.', en: 'Keeps what is to be sent.' },
          },
        ],
      },
    },
    campaigns: { name: 'Rondbrief', place: 'BE', agreement: '2026-01-01' },
    gravatar: kot.recipients.gravatar,
  },
} satisfies SiteInput
