import { hash, parseOptions, verify } from '@node-rs/argon2'

/** argon2id (the library's default algorithm) with the parameters of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one thread. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The same password typed on two keyboards is the same text: NIST SP 800-63B §5.1.1.2 asks for NFKC or NFKD. */
const typedAlike = (password: string): string => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => hash(typedAlike(password), cost)

/** A hash that no password has, made once: a sign-in that finds no account costs the same as one that does. */
let nobody: Promise<string> | undefined
const nobodys = (): Promise<string> => {
  nobody ??= hashPassword(crypto.randomUUID())
  return nobody
}

/** Whether this is the password of that hash; without a hash the same work is done, and the answer is no. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await nobodys())
  const same = await verify(against, typedAlike(password))
  return stored !== null && same
}

/** The hash was made with other parameters than today's. */
export function isOutdated(stored: string): boolean {
  const made = parseOptions(stored)
  return made.memoryCost !== cost.memoryCost || made.timeCost !== cost.timeCost || made.parallelism !== cost.parallelism
}

// ---- what is too easily guessed ---------------------------------------------------------------------------------------

let list: Promise<ReadonlySet<string>> | undefined
/** The shipped list, read when the first password is chosen. */
const commonOnes = (): Promise<ReadonlySet<string>> => {
  list ??= import('./common-passwords.txt?raw').then(({ default: text }) => new Set(text.trim().split('\n')))
  return list
}

const leet: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }
const spelled = (text: string): string => text.replace(/[013457@$!]/g, (sign) => leet[sign] ?? sign)
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s._-]+/g, '')

/** The forms under which a password is looked up: as it is, spelled out, and without a few digits or signs at its ends ("Welkom2026!"). */
function formsOf(password: string): Set<string> {
  const whole = plain(password)
  const bare = whole.replace(/^[^\p{L}]{1,6}/u, '').replace(/[^\p{L}]{1,6}$/u, '')
  const repeated = /^(.{1,8}?)\1+$/u.exec(whole)?.[1]
  return new Set([whole, spelled(whole), bare, spelled(bare), ...(repeated ? [repeated] : [])])
}

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiopasdfghjklzxcvbnm', 'azertyuiopqsdfghjklmwxcvbn']
const runs = [...rows, ...rows.map((row) => [...row].reverse().join(''))]

/** Why a password is refused: it is on the list of common ones, repeats one sign or group of signs, is a run of the keyboard, or says
 *  something of its owner (`own`: names, address, the site's name). Undefined when it will do. NIST SP 800-63B §5.1.1.2. */
export async function weakness(password: string, own: readonly string[]): Promise<'common' | 'own' | undefined> {
  const common = await commonOnes()
  const forms = formsOf(password)
  const whole = plain(password)
  const repeats = new Set(whole).size <= 2 || /^(.{1,4}?)\1+$/u.test(whole)
  if (repeats || runs.some((run) => run.includes(whole)) || [...forms].some((form) => common.has(form))) return 'common'
  const theirs = own.flatMap((text) => [text, ...text.split(/[@\s]/)]).map(plain)
  return theirs.some((text) => text.length >= 4 && (whole.includes(text) || spelled(whole).includes(text))) ? 'own' : undefined
}
