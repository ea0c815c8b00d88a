import { parseArgs } from 'node:util'
import { newPair } from '../../platform/vault/escrow'
import { keyFolder } from '../../platform/vault/provider'
import type { Errand } from './index'

export const keysEscrow: Errand = {
  name: 'keys escrow',
  usage: 'keys escrow [--again]',
  summary: 'make the private key that puts backups back, and print it once',
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
