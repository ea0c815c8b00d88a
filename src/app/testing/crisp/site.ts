// A site whose chat Crisp runs. For tests: SITE may be a folder.
import kot from '../../../../sites/kot/site.ts'
import type { SiteInput } from '../../../platform/site'

export default {
  ...kot,
  name: 'Spreekuur',
  controller: {
    name: 'Spreekuur cv',
    registration: 'BE 0000.000.295',
    address: 'Voorbeeldstraat 4, 9000 Gent',
    email: 'privacy@spreekuur.example',
  },
  officer: { name: 'Mira Voorbeeld', email: 'dpo@spreekuur.example' },
  chat: { by: 'crisp', website: '8c842203-7ed8-4e29-a608-7cf78a7d2fcc' },
  recipients: {
    chat: {
      name: 'Praatpaal SAS',
      place: 'NL',
      parts: [{ what: { nl: 'gegevens van invoegtoepassingen', fr: 'données des extensions', en: 'plug-in data' }, place: 'DE' }],
      host: 'Wolkendek Inc.',
      statement: 'https://praatpaal.example/privacy',
      agreement: '2026-01-01',
    },
  },
} satisfies SiteInput
