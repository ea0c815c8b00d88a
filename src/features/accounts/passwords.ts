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
