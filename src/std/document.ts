/** What a desk can look at, as a chooser of files knows it. */
export const documentTypes = 'application/pdf,image/jpeg,image/png'
/** In bytes. */
export const largestDocument = 5 * 1024 * 1024

/** What a file is by its first bytes, whatever it is called; undefined for what is no document. */
export function documentType(bytes: Uint8Array): 'application/pdf' | 'image/jpeg' | 'image/png' | undefined {
  const begin = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (begin.startsWith('%PDF-')) return 'application/pdf'
  if (begin.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  return begin === '\x89PNG\r\n\x1a\n' ? 'image/png' : undefined
}

/** A document as it is kept: a data URL, so that it opens from a copy as well. Undefined for what is none, or too large. */
export function documentUrl(bytes: Uint8Array): string | undefined {
  const type = bytes.length > largestDocument ? undefined : documentType(bytes)
  return type && `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
}

/** A document that was kept; `ending` is that of its file. */
export function documentIn(url: string): { type: string; ending: string; bytes: Buffer<ArrayBuffer> } {
  const [, type = '', data = ''] = /^data:([\w/]+);base64,(.*)$/.exec(url) ?? []
  return { type, ending: type.split('/')[1] ?? '', bytes: Buffer.from(data, 'base64') }
}
