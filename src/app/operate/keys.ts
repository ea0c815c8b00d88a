import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { leaveMark, withDatabase } from '../../platform/backup'
import { readKeys } from '../../platform/backup/keys'
import { systemClock } from '../../platform/clock'
import { ledgerIn, positionOf } from '../../platform/ledger'
import { stderrLog } from '../../platform/log'
import { newPair } from '../../platform/vault/escrow'
import { keyFolder } from '../../platform/vault/provider'
import type { Errand } from './index'

/** The private key in a file, or given on standard input for "-". Notes beside it, as age writes them, are no part of it. */
export async function identityFrom(file: string): Promise<string> {
  const said = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8')
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
    if ((await escrow.recipient()) && !values.again) {
      out(
        `There is one already: ${config.keysDir}/escrow.pub is its public half. If the private half is lost, make another with --again:`,
      )
      out('backups made until now can then not be put back, those made from now on can.')
      return 1
    }
    const { identity, recipient } = await newPair()
    await escrow.keepRecipient(recipient)
    out('This is the private key with which backups are put back. It is printed once, and is nowhere on this machine:')
    out(`\n${identity}\n`)
    out(
      'Write it on paper or print it, twice, and put it in two safes; or keep it in the password safe of two people. Never on this server.',
    )
    out('Without it no backup can be put back, by anybody. Who has it and a backup can read what is in that backup.')
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
    out(
      'The ledger goes on from where the database is. If you put back a backup from before this day, end again who ended an account in between.',
    )
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
      out(`Usage: huisrecht ${this.usage}`)
      return 2
    }
    const { root, escrow } = keyFolder(config.keysDir)
    const entries = await readKeys(file, await identityFrom(values.identity)).catch(() => undefined)
    if (!entries) {
      out(`${file} does not open with this private key, or is not whole.`)
      return 1
    }
    const kept = entries.find(({ name }) => name === 'root.key')
    const own = await root()
    if (!kept || !own || Buffer.from(kept.data).toString().trim() !== own.toString('base64url')) {
      out(`${file} holds the keys of another site than ${config.keysDir}.`)
      return 1
    }
    await leaveMark(config.dataDir, 'key-copy', new Date(), (await escrow.recipient()) ?? '')
    out(`The private key opens ${file}: ${entries.length} files, the keys of this site. Put it back into its safe.`)
    return 0
  },
}
