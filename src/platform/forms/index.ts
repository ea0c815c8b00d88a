import type { Context } from 'hono'
import type { z } from 'zod'
import type { Language } from '../../std/words'
import type { Env } from '../http/env'
import { Refusal } from '../http/refusal'
import { say } from './words'

export * from './fields'
export { say } from './words'

/** What was typed, by field, to be shown again. */
export type Typed = Record<string, string | string[]>
export type FieldError = { name: string; message: string }
export type Errors = FieldError[]
/** Words that take the place of a code's for one field: { email: { required: 'Enter your e-mail address' } }. */
export type FieldWords = Record<string, Record<string, string>>

export const errorOf = (errors: Errors | undefined, field: string): string | undefined =>
  errors?.find((error) => error.name === field)?.message
export const typedOf = (typed: Typed | undefined, field: string): string => {
  const value = typed?.[field]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** What each field of a page is made with: `<TextInput {...field('email')} label={…} />`. */
export const fieldsOf = (lang: Language, typed: Typed | undefined, errors: Errors | undefined) => (name: string) => ({
  lang,
  name,
  value: typedOf(typed, name) || undefined,
  error: errorOf(errors, name),
})

/** The body as it comes in, cut off when there is more of it than `maxBytes`: who says nothing of its length, or says it wrong, is held to it
 *  before it is all in memory. */
function bounded(body: ReadableStream<Uint8Array>, maxBytes: number) {
  let read = 0
  const counted = body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, out) {
        read += chunk.byteLength
        if (read > maxBytes) out.error(new Error('too large'))
        else out.enqueue(chunk)
      },
    }),
  )
  return { counted, isTooLarge: () => read > maxBytes }
}

/** Reads a posted form: text fields and files, at most `maxBytes` in all. Throws a refusal (413, 415) for what is more, or no form. */
export async function readForm(c: Context<Env>, maxBytes = 1_000_000): Promise<{ typed: Typed; files: Record<string, File[]> }> {
  const length = Number(c.req.header('content-length') ?? 0)
  if (length > maxBytes) throw new Refusal(413)
  const { counted, isTooLarge } = bounded(c.req.raw.body ?? new Blob().stream(), maxBytes)
  const type = c.req.header('content-type')
  const isForm = type && /^(?:multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type)
  const body = isForm
    ? await new Response(counted, { headers: { 'content-type': type } }).formData().catch(() => {
        throw new Refusal(isTooLarge() ? 413 : 415)
      })
    : new FormData()
  const typed: Typed = {}
  const files: Record<string, File[]> = {}
  for (const name of new Set(body.keys())) {
    const values = body.getAll(name)
    const texts = values.filter((item) => typeof item === 'string')
    if (texts.length > 0) typed[name] = texts.length === 1 ? (texts[0] ?? '') : texts
    const found = values.filter((item) => item instanceof File).filter((file) => file.size > 0)
    if (found.length > 0) files[name] = found
  }
  return { typed, files }
}

/** Reads a posted body that is no form, at most `maxBytes` of it. Throws a refusal (413) for what is more. */
export async function readBytes(c: Context<Env>, maxBytes: number): Promise<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > maxBytes) throw new Refusal(413)
  const { counted } = bounded(c.req.raw.body ?? new Blob().stream(), maxBytes)
  return new Response(counted).bytes().catch(() => {
    throw new Refusal(413)
  })
}

/** Checks what was typed. Every error has its field and its words; nothing typed is lost. */
export function check<S extends z.ZodType>(
  schema: S,
  typed: Typed,
  language: Language,
  words: FieldWords = {},
): { ok: true; values: z.output<S> } | { ok: false; errors: Errors } {
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { ok: true, values: parsed.data }
  const errors: Errors = []
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '')
    const code = issue.message.split(':')[0] ?? ''
    if (!errors.some((error) => error.name === field))
      errors.push({ name: field, message: words[field]?.[code] ?? say(language, issue.message) })
  }
  return { ok: false, errors }
}
