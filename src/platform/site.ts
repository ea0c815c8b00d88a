import { z } from 'zod'
import { featureOrder } from '../floors'
import { recipientNames } from '../register'
import { languages } from '../std/words'

const inEachLanguage = z.record(z.enum(languages), z.string())
const company = z.object({
  name: z.string(),
  /** ISO 3166 code of the country where the data lie. */
  place: z.string().length(2),
  statement: z.url().optional(),
  /** Date of the processing agreement (GDPR article 28), for a processor. */
  agreement: z.iso.date().optional(),
  /** On what ground data go there, for a country outside the EEA (GDPR articles 45 and 46). */
  transfer: z.enum(['adequacy', 'clauses']).optional(),
})

/** What makes a site: a folder with `site.ts`, whose default export has this shape. */
export const siteSchema = z.object({
  name: z.string(),
  languages: z
    .array(z.enum(languages))
    .min(1)
    .default([...languages]),
  tagline: inEachLanguage,
  features: z.array(z.enum(featureOrder)),
  controller: z.object({ name: z.string(), registration: z.string(), address: z.string(), email: z.email() }),
  officer: z.object({ name: z.string(), email: z.email(), address: z.string().optional() }),
  authority: z.object({ name: inEachLanguage, url: z.url() }),
  hosting: company.extend({ measures: inEachLanguage.optional() }),
  /** The companies behind the recipients of the register. One that is left out receives nothing. */
  recipients: z.partialRecord(z.enum(recipientNames), company).default({}),
  /** For so many days a backup can be put back; what was erased is beyond recovery in it after that. */
  backupDays: z.int().min(1).max(365).default(35),
  /** Files with rules about adverts, law/*.json in the folder of the site: docs/law.md. */
  law: z.array(z.object({ file: z.string(), content: z.unknown() })).default([]),
  /** Custom properties of the stylesheet that the brand sets. */
  brand: z.record(z.string().regex(/^--brand-[a-z-]+$/), z.string()).default({}),
})
export type Site = z.infer<typeof siteSchema>
/** What one writes in site.ts. */
export type SiteInput = z.input<typeof siteSchema>
