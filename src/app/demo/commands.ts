import type { Command } from '../../platform/feature'
import { erase } from '../../privacy'
import { countIn } from '../../std/written'
import { words } from '../words'
import { demoLetters } from './letters'
import { deleteLetters, demoPeopleIn } from './queries'

export const demoCommands: Command[] = [
  {
    name: 'demo remove',
    usage: 'demo remove',
    summary: {
      nl: 'de verzonnen mensen weghalen, met hun advertenties en berichten',
      fr: 'retirer les personnes inventées, avec leurs annonces et leurs messages',
      en: 'take out the invented people with their adverts and messages',
    },
    async run(p, _args, out) {
      const { language } = p.config
      const people = await demoPeopleIn(p.db)
      for (const { id } of people) await erase(p, id)
      // What was sent on to somebody real stays.
      if (p.site.features.includes('newsletter'))
        await deleteLetters(
          p.db,
          demoLetters.map(({ id }) => id),
        )
      out(words(language).demoGone(countIn(people.length, language)))
      return 0
    },
  },
]
