import { domainToASCII } from 'node:url'

/** The form under which a value is indexed: NFKC, trimmed, lower case, and the domain of an address in punycode. Dots and plus signs
 *  stay: whether they mean the same mailbox is the mail provider's affair. */
export function normalise(value: string): string {
  const plain = value.normalize('NFKC').trim().toLowerCase()
  const at = plain.lastIndexOf('@')
  if (at < 0) return plain
  const domain = plain.slice(at + 1)
  return `${plain.slice(0, at)}@${domainToASCII(domain) || domain}`
}
