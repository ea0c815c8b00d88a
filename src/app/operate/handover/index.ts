import { markOf } from '../../../platform/backup'
import type { Config } from '../../../platform/config'
import type { Site } from '../../../platform/site'
import type { Language } from '../../../std/words'
import { dateIn, dayIn } from '../../../std/written'
import { loadSite } from '../../open'
import type { Errand } from '../index'
import { type Items, words } from './words'

/** What is set on this site; undefined when only a person can say. */
type Here = string | undefined

/** The password of a URL is not for paper. */
const withoutPassword = (url: string): string => {
  const parsed = new URL(url)
  return `${parsed.protocol}//${parsed.host}`
}

/** What whoever takes over a site needs, with what is set on this one. Secrets are named by where they lie, never said. */
async function setHere(config: Config, site: Site, language: Language): Promise<Items<Here>> {
  const text = words(language)
  const [backup, copy] = await Promise.all([markOf(config.dataDir, 'backup'), markOf(config.dataDir, 'key-copy')])
  const company = ({ name, place, agreement }: { name: string; place: string; agreement?: string | undefined }) =>
    `${name} (${place}), ${agreement ? text.agreement(dayIn(agreement, language)) : text.noAgreement}`
  const desk = site.languages.includes(language) ? language : site.languages[0]
  return {
    people: {
      controller: `${site.controller.name}, ${site.controller.registration}`,
      officer: site.officer.email,
      authority: site.authority.url,
      owners: 'huisrecht staff list',
      leaving: 'huisrecht staff remove',
    },
    accounts: {
      domain: new URL(config.publicUrl).hostname,
      server: company(site.hosting),
      mail: [site.recipients.mail && company(site.recipients.mail), config.smtpUrl && withoutPassword(config.smtpUrl)]
        .filter(Boolean)
        .join('; '),
      mailbox: config.mailFrom ?? site.controller.email,
    },
    treasures: {
      keys: config.keysDir,
      keyCopy: copy && text.checked(dateIn(copy.at, language)),
      data: config.databaseUrl ? 'DATABASE_URL' : config.dataDir,
      backup: backup && text.lastOne(dateIn(backup.at, language)),
      restore: undefined,
    },
    server: {
      program: process.cwd(),
      folder: config.site,
      settings: '/etc/huisrecht/huisrecht.env',
      services: 'huisrecht, huisrecht-backup.timer, caddy',
      doctor: 'huisrecht doctor',
    },
    duties: {
      questions: undefined,
      reports: `${config.publicUrl}/${desk}/desk`,
      breaches: undefined,
      statement: `${config.publicUrl}/${desk}/privacy`,
    },
  }
}

const chapter = (title: string, items: Record<string, { what: string; why: string }>, here: Record<string, Here>): string[] => [
  `\n## ${title}\n`,
  ...Object.entries(items).map(([name, { what, why }]) => `- [ ] **${what}**: ${here[name] || '____________________'} (${why})`),
]

export const handover: Errand = {
  name: 'handover',
  usage: 'handover [> FILE.md]',
  summary: {
    nl: 'een lijst van wat de opvolger nodig heeft, met wat hier is ingesteld',
    fr: 'une liste de ce qu’il faut à qui reprend le site, avec les réglages d’ici',
    en: 'a list of what whoever takes over needs, with what is set here',
  },
  async run(config, _, out) {
    const { language } = config
    const site = await loadSite(config.site)
    const { title, chapters, items } = words(language)
    const here = await setHere(config, site, language)
    out(`# ${title(site.name)}`)
    for (const line of [
      ...chapter(chapters.people, items.people, here.people),
      ...chapter(chapters.accounts, items.accounts, here.accounts),
      ...chapter(chapters.treasures, items.treasures, here.treasures),
      ...chapter(chapters.server, items.server, here.server),
      ...chapter(chapters.duties, items.duties, here.duties),
    ])
      out(line)
    return 0
  },
}
