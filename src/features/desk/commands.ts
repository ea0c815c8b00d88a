import { parseArgs } from 'node:util'
import type { Command } from '../../platform/feature'
import { urlOf } from '../../platform/http'
import { usageOf } from '../../platform/told'
import { accountsOf, mintLink, personCalled } from '../accounts'
import { isRole, roles } from './rules'
import { appoint, colleagues, dismiss, nameOf, personFor } from './staff'
import { words } from './words'

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
    const text = words(p.config.language).verbs
    const all = await colleagues(p, p.db)
    const role = values.role ?? (all.length === 0 ? 'owner' : 'moderator')
    if (!who || positionals.length > 1 || !isRole(role)) {
      out(usageOf(this, p.config.language))
      out(`${text.roles} ${roles.join(', ')}.`)
      return 2
    }
    const person = await personFor(p, who, { firstName: values.name, language: values.language })
    if (!person) {
      out(text.noAccount)
      return 1
    }
    const token = await p.db.transaction().execute(async (trx) => {
      await appoint(p, trx, { person, role, name: values.name ?? who })
      await p.mail.queue(trx, person, 'desk.setUp')
      return mintLink(p, trx, person, 'staff')
    })
    const language = (await accountsOf(p, p.db, [person])).get(person)?.language ?? 'en'
    out(text.appointed(who, role))
    out(text.link)
    out(urlOf(p, `/${language}/desk/welcome/${token}`))
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
    const text = words(p.config.language).verbs
    if (all.length === 0) out(text.nobody)
    for (const one of all) {
      const factors = [one.app && text.app, one.passkeys > 0 && text.passkeys(one.passkeys)].filter(Boolean).join(', ')
      out([nameOf(one, text.restricted), one.role, factors || text.noFactor, one.since.toISOString().slice(0, 10)].join('\t'))
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
    const text = words(p.config.language).verbs
    const person = who ? await personCalled(p, p.db, who) : undefined
    const all = await colleagues(p, p.db)
    if (!person || !all.some((one) => one.person === person)) {
      out(text.unknown)
      return 1
    }
    await p.db.transaction().execute((trx) => dismiss(trx, person))
    const left = all.filter((one) => one.person !== person && one.role === 'owner').length
    out(left > 0 ? text.done : text.noOwner)
    return 0
  },
}

export const staffCommands: Command[] = [add, list, remove]
