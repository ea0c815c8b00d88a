import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Command, Platform } from '../../../platform/feature'
import { agreementsOf, assessmentOf, assessmentText, recordOf, sheetCsv, statementFacts, workbook } from '../../../privacy'
import { isLanguage, type Language } from '../../../std/words'
import { recorded } from './recorded'

const languageOf = (p: Platform, given: string | undefined): Language =>
  isLanguage(given) ? given : (p.site.languages[0] ?? 'en')

export const exportCommands: Command[] = [
  {
    name: 'record',
    usage: 'record [nl|fr|en] [--xlsx FILE]',
    summary: {
      nl: 'het register van verwerkingen (AVG artikel 30) als CSV tonen, of als werkmap schrijven',
      fr: 'afficher le registre des traitements (RGPD, article 30) en CSV, ou l’écrire comme classeur',
      en: 'print the record of processing activities (GDPR article 30) as CSV, or write it as a workbook',
    },
    async run(p, args, out) {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { xlsx: { type: 'string' } },
      })
      const lang = languageOf(p, positionals[0])
      const sheets = recordOf(lang, await recorded(p, lang))
      if (values.xlsx) await writeFile(values.xlsx, await workbook(sheets))
      else out(sheetCsv(sheets[1]))
      return 0
    },
  },
  {
    name: 'agreements',
    usage: 'agreements [nl|fr|en]',
    summary: {
      nl: 'de overeenkomsten met verwerkers (AVG artikel 28) als CSV tonen',
      fr: 'afficher les contrats avec les sous-traitants (RGPD, article 28) en CSV',
      en: 'print the agreements with processors (GDPR article 28) as CSV',
    },
    async run(p, [given], out) {
      const lang = languageOf(p, given)
      out(sheetCsv(agreementsOf(lang, statementFacts(p, lang))))
      return 0
    },
  },
  {
    name: 'assessment',
    usage: 'assessment [nl|fr|en]',
    summary: {
      nl: 'een ontwerp van effectbeoordeling (AVG artikel 35) tonen, met gemerkt wat mensen nog moeten invullen',
      fr: 'afficher un projet d’analyse d’impact (RGPD, article 35), où ce qui reste à remplir est marqué',
      en: 'print a draft impact assessment (GDPR article 35), with what people must still fill in marked',
    },
    async run(p, [given], out) {
      const lang = languageOf(p, given)
      out(assessmentText(lang, assessmentOf(lang, await recorded(p, lang))))
      return 0
    },
  },
]
