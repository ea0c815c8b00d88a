import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text as read } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { leaveMark, withDatabase } from '../../platform/backup'
import { readKeys } from '../../platform/backup/keys'
import { systemClock } from '../../platform/clock'
import { ledgerIn, positionOf } from '../../platform/ledger'
import { stderrLog } from '../../platform/log'
import { Told, usageOf } from '../../platform/told'
import { newPair } from '../../platform/vault/escrow'
import { keyFolder } from '../../platform/vault/provider'
import { countIn } from '../../std/written'
import type { Errand } from './index'
import { words } from './words'

/** The private key in a file, or given on standard input for "-". Notes beside it, as age writes them, are no part of it. Throws Told. */
export async function identityFrom(file: string): Promise<string> {
  const said = file === '-' ? await read(process.stdin) : await readFile(file, 'utf8').catch(() => undefined)
  if (said === undefined) throw new Told((language) => words(language).unreadable(file))
  return /AGE-SECRET-KEY-1[A-Z0-9]+/.exec(said)?.[0] ?? said.trim()
}

export const keysEscrow: Errand = {
  name: 'keys escrow',
  usage: 'keys escrow [--again]',
  summary: {
    nl: 'de geheime sleutel maken waarmee back-ups terug te zetten zijn, en één keer tonen',
    fr: 'faire la clé privée qui remet les sauvegardes, et la montrer une seule fois',
    en: 'make the private key that puts backups back, and print it once',
  },
  async run(config, args, out) {
    const { values } = parseArgs({ args: [...args], options: { again: { type: 'boolean' } } })
    const { escrow } = keyFolder(config.keysDir)
    const text = words(config.language).escrow
    if ((await escrow.recipient()) && !values.again) {
      out(text.already(join(config.keysDir, 'escrow.pub')))
      out(text.after)
      return 1
    }
    const { identity, recipient } = await newPair()
    await escrow.keepRecipient(recipient)
    out(text.this)
    out(`\n${identity}\n`)
    out(text.write)
    out(text.without)
    return 0
  },
}

export const keysLedger: Errand = {
  name: 'keys ledger accept',
  usage: 'keys ledger accept',
  summary: {
    nl: 'verdergaan zonder wat in een verloren grootboek van verwijderingen stond',
    fr: 'continuer sans ce que disait un registre des effacements perdu',
    en: 'go on without what a lost ledger of erasures said',
  },
  async run(config, _, out) {
    const seen = await withDatabase(config, stderrLog, ({ db }) => db.transaction().execute(positionOf))
    await ledgerIn(config.keysDir, systemClock).goOnFrom(seen)
    out(words(config.language).accepted)
    return 0
  },
}

export const keysCheck: Errand = {
  name: 'keys check',
  usage: 'keys check KEYS.age --identity FILE',
  summary: {
    nl: 'de geheime sleutel proberen op het archief van de sleutels, en de dag onthouden',
    fr: 'essayer la clé privée sur l’archive des clés, et retenir le jour',
    en: 'try the private key on the archive of the keys, and remember the day',
  },
  async run(config, args, out) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { identity: { type: 'string' } },
    })
    const [file] = positionals
    if (!file || !values.identity) {
      out(usageOf(this, config.language))
      return 2
    }
    const { root, escrow } = keyFolder(config.keysDir)
    const text = words(config.language).check
    const entries = await readKeys(file, await identityFrom(values.identity)).catch(() => undefined)
    if (!entries) {
      out(text.closed(file))
      return 1
    }
    const kept = entries.find(({ name }) => name === 'root.key')
    const own = await root()
    if (!kept || !own || Buffer.from(kept.data).toString().trim() !== own.toString('base64url')) {
      out(text.other(file, config.keysDir))
      return 1
    }
    await leaveMark(config.dataDir, 'key-copy', new Date(), (await escrow.recipient()) ?? '')
    out(text.opens(file, countIn(entries.length, config.language)))
    return 0
  },
}
