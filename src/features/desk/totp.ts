import { Secret, TOTP } from 'otpauth'
import type { Db } from '../../platform/db'
import type { Platform } from '../../platform/feature'
import { setTotp, staffFactors, useStep } from './queries'

const totpOf = (secret: string, issuer = '', label = 'desk') => new TOTP({ issuer, label, secret: Secret.fromBase32(secret) })

/** A new secret for a code app, in base32 (160 bits, RFC 4226 §4). */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** What the QR code says to a code app. */
export const addressOfSecret = (p: Platform, secret: string, name: string): string => totpOf(secret, p.site.name, name).toString()

/** The time step that a code belongs to, of this one and its two neighbours: clocks differ. Undefined for a wrong code. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const totp = totpOf(secret)
  const timestamp = now.getTime()
  const delta = /^\d{6}$/.test(code) ? totp.validate({ token: code, timestamp, window: 1 }) : null
  return delta === null ? undefined : totp.counter({ timestamp }) + delta
}

/** Whether the code is that of the person's app now; it is used up then, and so is every earlier one (RFC 6238 §5.2). */
export async function spendCode(p: Platform, db: Db, person: string, code: string): Promise<boolean> {
  const staff = await staffFactors(db, person)
  if (!staff?.totp) return false
  const secret = (await p.vault.keys(db, [person])).bind('staff', staff).totp?.open('staffAccess')
  const step = secret && stepOf(secret, code, p.clock.now())
  return step ? useStep(db, person, step) : false
}

/** Makes a code app the person's, once it gave a right code. */
export async function keepSecret(p: Platform, db: Db, person: string, secret: string, step: number): Promise<void> {
  const staff = await staffFactors(db, person)
  if (!staff) return
  const keys = await p.vault.keysToSeal(db, person, ['security'])
  await setTotp(db, person, keys.seal('staff', staff, { totp: secret }).totp, step)
}
