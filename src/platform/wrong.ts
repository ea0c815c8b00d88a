import { z } from 'zod'
import type { Language } from '../std/words'

/** For a refinement of a schema: says in the reader's language why it refuses. */
export const because = (say: (language: Language) => string) => ({ params: { say } })

/** What of a value a schema refuses, in this language: each with where it stands, its steps joined. Empty when it holds. */
export function wrongIn(schema: z.ZodType, value: unknown, language: Language, join = '.'): string[] {
  const { localeError } = z.locales[language]()
  const parsed = schema.safeParse(value, {
    error(issue) {
      const say: unknown = issue.code === 'custom' ? issue.params?.say : undefined
      return typeof say === 'function' ? String(say(language)) : localeError(issue)
    },
  })
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(join)}: ${message}`)
}
