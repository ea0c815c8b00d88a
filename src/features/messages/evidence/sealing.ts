// A zip whose list of files is signed: whoever has the site's public key can tell that nothing in it was changed.
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { z } from 'zod'
import type { Platform } from '../../../platform/feature'

const manifestName = 'manifest.json'
const signatureName = 'manifest.sig'
const keyName = 'key.pem'
const manifestShape = z.object({
  site: z.string(),
  madeAt: z.string(),
  thread: z.string(),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
})
export type Manifest = z.output<typeof manifestShape>

/** RFC 8410: what stands before the 32 bytes of an Ed25519 private key in PKCS #8. */
const before = Buffer.from('302e020100300506032b657004220420', 'hex')
/** The site's key for evidence: it follows from the root of the vault, so that it is the same for as long as the data can be read. */
const keyOf = (p: Pick<Platform, 'vault'>): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([before, Buffer.from(p.vault.mark('evidence signing key', '1'), 'base64url')]),
    format: 'der',
    type: 'pkcs8',
  })

export const publicKeyOf = (p: Pick<Platform, 'vault'>): string =>
  createPublicKey(keyOf(p)).export({ type: 'spki', format: 'pem' }).toString()

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A zip of these files with a list of their hashes, and the site's signature under that list. */
export function sealFiles(
  p: Pick<Platform, 'vault'>,
  about: Omit<Manifest, 'files'>,
  files: Record<string, Uint8Array>,
): Uint8Array<ArrayBuffer> {
  const manifest: Manifest = {
    ...about,
    files: Object.entries(files).map(([name, bytes]) => ({ name, sha256: hashOf(bytes) })),
  }
  const list = strToU8(JSON.stringify(manifest, null, 2))
  return zipSync({
    ...files,
    [manifestName]: list,
    [signatureName]: strToU8(sign(null, list, keyOf(p)).toString('base64')),
    [keyName]: strToU8(publicKeyOf(p)),
  })
}

export type Fault = 'noZip' | 'noList' | 'notSigned' | 'takenOut' | 'changed' | 'putIn'
/** `file`: the one that was taken out, changed or put in. */
export type Verdict = { ok: true; manifest: Manifest } | { ok: false; why: Fault; file: string }

/** Whether a file is one that this site made and nobody changed. */
export function verifyFiles(p: Pick<Platform, 'vault'>, zip: Uint8Array): Verdict {
  let entries: Record<string, Uint8Array>
  try {
    entries = unzipSync(zip)
  } catch {
    return { ok: false, why: 'noZip', file: '' }
  }
  const { [manifestName]: list, [signatureName]: signature, [keyName]: _key, ...files } = entries
  if (!list || !signature) return { ok: false, why: 'noList', file: manifestName }
  if (!verify(null, list, createPublicKey(keyOf(p)), Buffer.from(Buffer.from(signature).toString('ascii'), 'base64')))
    return { ok: false, why: 'notSigned', file: manifestName }
  const manifest = manifestShape.parse(JSON.parse(Buffer.from(list).toString('utf8')))
  for (const { name, sha256 } of manifest.files) {
    const bytes = files[name]
    if (!bytes) return { ok: false, why: 'takenOut', file: name }
    if (hashOf(bytes) !== sha256) return { ok: false, why: 'changed', file: name }
  }
  const added = Object.keys(files).find((name) => !manifest.files.some((file) => file.name === name))
  return added ? { ok: false, why: 'putIn', file: added } : { ok: true, manifest }
}
