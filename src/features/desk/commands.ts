import { parseArgs } from 'node:util'
import type { Command } from '../../platform/feature'
import { accountsOf, mintLink, personCalled } from '../accounts'
import { isRole, roles } from './rules'
import { appoint, colleagues, dismiss, nameOf, personFor } from './staff'

const add: Command = {
  name: 'staff add',
  usage: 'staff add EMAIL|USERNAME [--role ROLE] [--name NAME] [--language nl|fr|en]',
  summary: {
    nl: `iemand bij het beheer toelaten (${roles.join(', ')}); de eerste is eigenaar (owner)`,
    fr: `donner accès à la gestion (${roles.join(', ')}) ; la première personne est propriétaire (owner)`,
    en: `let somebody in at the desk (${roles.join(', ')}); the first one is owner`,
  },
  async run(p, args, out) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { role: { type: 'string' }, name: { type: 'string' }, language: { type: 'string' } },
    })
    const [who] = positionals
    const all = await colleagues(p, p.db)
    const role = values.role ?? (all.length === 0 ? 'owner' : 'moderator')
    if (!who || positionals.length > 1 || !isRole(role)) {
      out(`Usage: huisrecht ${this.usage}`)
      out(`Roles: ${roles.join(', ')}.`)
      return 2
    }
    const person = await personFor(p, who, { firstName: values.name, language: values.language })
    if (!person) {
      out('There is no account with that user name. Give an e-mail address to make one.')
      return 1
    }
    const token = await p.db.transaction().execute(async (trx) => {
      await appoint(p, trx, { person, role, name: values.name ?? who })
      await p.mail.queue(trx, person, 'desk.setUp')
      return mintLink(p, trx, person, 'staff')
    })
    const language = (await accountsOf(p, p.db, [person])).get(person)?.language ?? 'en'
    out(`${who} is ${role} now. A mail with a link to set up the second factor is queued; the running site sends it.`)
    out('This link does the same. It works once, for one day; give it to nobody else:')
    out(`${p.config.publicUrl}/${language}/desk/welcome/${token}`)
    return 0
  },
}

const list: Command = {
  name: 'staff list',
  usage: 'staff list',
  summary: {
    nl: 'wie bij het beheer mag',
    fr: 'qui a accès à la gestion',
    en: 'who may come to the desk',
  },
  async run(p, _args, out) {
    const all = await colleagues(p, p.db)
    if (all.length === 0) out('Nobody yet: huisrecht staff add EMAIL makes the first owner.')
    for (const one of all) {
      const factors = [one.app && 'code app', one.passkeys > 0 && `${one.passkeys} passkey(s)`].filter(Boolean).join(', ')
      out(
        [
          nameOf(one, '(data only stored)'),
          one.role,
          factors || 'no second factor yet',
          one.since.toISOString().slice(0, 10),
        ].join('\t'),
      )
    }
    return 0
  },
}

const remove: Command = {
  name: 'staff remove',
  usage: 'staff remove EMAIL|USERNAME',
  summary: {
    nl: 'iemand het beheer ontnemen; de account blijft',
    fr: 'retirer la gestion à quelqu’un ; le compte reste',
    en: 'take the desk from somebody; the account stays',
  },
  async run(p, [who = ''], out) {
    const person = who ? await personCalled(p, p.db, who) : undefined
    const all = await colleagues(p, p.db)
    if (!person || !all.some((one) => one.person === person)) {
      out('Nobody at the desk has that address or user name: huisrecht staff list says who there is.')
      return 1
    }
    await p.db.transaction().execute((trx) => dismiss(trx, person))
    const left = all.filter((one) => one.person !== person && one.role === 'owner').length
    out(left > 0 ? 'Done.' : 'Done. There is no owner left: huisrecht staff add EMAIL --role owner makes one.')
    return 0
  },
}

export const staffCommands: Command[] = [add, list, remove]
