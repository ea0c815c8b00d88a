import { parseArgs } from 'node:util'
import { markOf } from '../../platform/backup'
import type { Config } from '../../platform/config'
import type { Site } from '../../platform/site'
import { loadSite } from '../open'
import type { Errand } from './index'

/** A thing that whoever takes over needs. `here`: what is set on this site; undefined when only a person can say. */
type Item = { what: string; why: string; here?: string | undefined }

/** The password of a URL is not for paper. */
const withoutPassword = (url: string): string => {
  const parsed = new URL(url)
  return `${parsed.protocol}//${parsed.host}`
}

const day = (at: Date | undefined) => at?.toISOString().slice(0, 10)

/** What whoever takes over a site needs, with what is set on this one. Secrets are named by where they lie, never said. */
export async function handoverItems(config: Config, site: Site): Promise<{ title: string; items: Item[] }[]> {
  const [backup, copy] = await Promise.all([markOf(config.dataDir, 'backup'), markOf(config.dataDir, 'key-copy')])
  const company = ({ name, place, agreement }: { name: string; place: string; agreement?: string | undefined }) =>
    `${name} (${place}), ${agreement ? `agreement of ${agreement}` : 'no agreement noted'}`
  return [
    {
      title: 'Who answers for it',
      items: [
        {
          what: 'Controller',
          why: 'stands in the privacy statement',
          here: `${site.controller.name}, ${site.controller.registration}`,
        },
        { what: 'Data protection officer', why: 'people and the authority write there', here: site.officer.email },
        { what: 'Authority', why: 'a breach is told there within 72 hours', here: site.authority.url },
        { what: 'At least two owners at the desk', why: 'one may lose a telephone', here: 'huisrecht staff list' },
        { what: 'Who was owner and leaves', why: 'their way in ends the day they go', here: 'huisrecht staff remove' },
      ],
    },
    {
      title: 'Accounts elsewhere, to be put in other hands',
      items: [
        { what: 'Domain name', why: 'who holds it holds the site', here: new URL(config.publicUrl).hostname },
        { what: 'Server', why: 'its bill, and the way in by SSH', here: company(site.hosting) },
        {
          what: 'Mail',
          why: 'its bill, and the password in SMTP_URL',
          here: [site.recipients.mail && company(site.recipients.mail), config.smtpUrl && withoutPassword(config.smtpUrl)]
            .filter(Boolean)
            .join('; '),
        },
        { what: 'Mailbox of the site', why: 'answers of people come there', here: config.mailFrom ?? site.controller.email },
      ],
    },
    {
      title: 'What must never be lost',
      items: [
        { what: 'Keys', why: 'without them nothing can be read, by anybody', here: config.keysDir },
        {
          what: 'Copy of the keys, off the server',
          why: 'where is it, and who can open it?',
          here: copy && `checked on ${day(copy.at)}`,
        },
        { what: 'Data', why: 'database and files', here: config.databaseUrl ? 'DATABASE_URL' : config.dataDir },
        {
          what: 'Backup, off the server',
          why: 'and apart from the copy of the keys',
          here: backup && `last one on ${day(backup.at)}`,
        },
        { what: 'A restore that was really tried', why: 'on another machine, with the copy of the keys' },
      ],
    },
    {
      title: 'On the server',
      items: [
        { what: 'Program', why: 'the clone that is run', here: process.cwd() },
        { what: 'Site folder', why: 'names, companies, brand: keep a copy', here: config.site },
        { what: 'Settings', why: 'the environment file holds the mail password', here: '/etc/huisrecht/huisrecht.env' },
        { what: 'Services', why: 'site, nightly backup, web server', here: 'huisrecht, huisrecht-backup.timer, caddy' },
        { what: 'Whether all is well', why: 'look together, on the day itself', here: 'huisrecht doctor' },
      ],
    },
    {
      title: 'Duties that go over',
      items: [
        { what: 'Questions of people about their data', why: 'an answer within 14 days' },
        {
          what: 'Reports and complaints at the desk',
          why: 'somebody looks each day',
          here: `${config.publicUrl}/${site.languages[0]}/desk`,
        },
        { what: 'The record of breaches', why: 'also of the small ones' },
        {
          what: 'The statement names the new people',
          why: 'change site.ts on the day of the hand-over',
          here: `${config.publicUrl}/${site.languages[0]}/privacy`,
        },
      ],
    },
  ]
}

export const handover: Errand = {
  name: 'handover',
  usage: 'handover [> FILE.md]',
  summary: 'a list of what whoever takes over needs, with what is set here',
  async run(config, args, out) {
    parseArgs({ args: [...args], options: {} })
    const site = await loadSite(config.site)
    out(`# Handing over ${site.name}`)
    for (const { title, items } of await handoverItems(config, site)) {
      out(`\n## ${title}\n`)
      for (const { what, why, here } of items) out(`- [ ] **${what}**: ${here || '____________________'} (${why})`)
    }
    return 0
  },
}
