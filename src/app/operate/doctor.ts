import { parseArgs } from 'node:util'
import type { Config } from '../../platform/config'
import { doctorWords, type Examined, examine, told } from '../../platform/doctor'
import { logTo } from '../../platform/log'
import { hasDemo } from '../../platform/production'
import { toldBy } from '../../platform/told'
import { loadSite, openPlatform } from '../open'
import type { Errand } from './index'

const colours = { good: 32, bad: 31, unknown: 33 } as const
const marks = { good: '✔', bad: '✘', unknown: '?' } as const

/** The site as it is, whether or not it opens. */
async function withSite<T>(
  config: Config,
  how: Pick<Examined, 'dkim' | 'language'>,
  look: (of: Examined) => Promise<T>,
): Promise<T> {
  const site = await loadSite(config.site)
  const about = { ...how, config, site, now: new Date() }
  // What starting says goes into the finding, not between the lines.
  const opened = await openPlatform(config, { site, log: logTo(() => {}) }).catch((error: unknown) =>
    toldBy(error, config.language),
  )
  if (typeof opened === 'string') return look({ ...about, db: undefined, why: opened, demo: false })
  try {
    return await look({ ...about, db: opened.db, demo: await hasDemo(opened.db) })
  } finally {
    await opened.close()
  }
}

export const doctor: Errand = {
  name: 'doctor',
  usage: 'doctor [--dkim SELECTOR]',
  summary: {
    nl: 'of alles goed is, en wat te doen waar dat niet zo is',
    fr: 'si tout va bien, et que faire là où ce n’est pas le cas',
    en: 'whether all is well, and what to do where it is not',
  },
  async run(config, args, out) {
    const { values } = parseArgs({ args: [...args], options: { dkim: { type: 'string' } } })
    const { language } = config
    const findings = await withSite(config, { dkim: values.dkim, language }, examine)
    const coloured = process.stdout.isTTY && !process.env.NO_COLOR
    const text = doctorWords(language)
    for (const finding of findings) {
      const { name, text: said, todo } = told(finding, language)
      const mark = coloured ? `\x1b[${colours[finding.state]}m${marks[finding.state]}\x1b[0m` : marks[finding.state]
      out(`${mark} ${name}: ${said}`)
      if (todo) out(`    ${text.todo} ${todo}`)
    }
    const ill = findings.filter(({ state }) => state === 'bad').length
    out(`\n${ill === 0 ? text.summary.well : text.summary.ill(ill)}`)
    return ill === 0 ? 0 : 1
  },
}
