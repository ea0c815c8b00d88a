import { z } from 'zod'
import { featureOrder } from '../floors'
import { loadsFor, recipientNames } from '../register'
import { languages } from '../std/words'

const inEachLanguage = z.record(z.enum(languages), z.string())
/** An address elsewhere: not in the open, but on this machine. */
const elsewhere = z
  .url()
  .refine((url) => /^https:|^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]/.test(`${url}/`), 'must begin with https:')
/** What a visitor's browser loads of a company, and keeps for it, once the visitor said yes to what it is for; before that, nothing. */
const inBrowser = z.object({
  scripts: z.array(elsewhere).default([]),
  /** Pictures that count whoever fetches them. */
  pixels: z.array(elsewhere).default([]),
  /** Where its scripts send what they measure. */
  hosts: z.array(elsewhere.transform((url) => new URL(url).origin)).default([]),
  /** A name may end in `*`. `days: null` goes when the browser is closed. */
  cookies: z
    .array(
      z.object({
        name: z.string().regex(/^[\w!#$%&'+\-.^`|~]+\*?$/),
        days: z.number().positive().nullable(),
        what: inEachLanguage,
      }),
    )
    .default([]),
})
export type InBrowser = z.output<typeof inBrowser>
/** The hosts that a browser speaks to for it. */
export const hostsOf = ({ scripts, pixels, hosts }: InBrowser): string[] => [
  ...new Set([...scripts, ...pixels, ...hosts].map((url) => new URL(url).host)),
]
const company = z.object({
  name: z.string(),
  /** ISO 3166 code of the country where the data lie. */
  place: z.string().length(2),
  statement: z.url().optional(),
  /** Date of the processing agreement (GDPR article 28), for a processor. */
  agreement: z.iso.date().optional(),
  /** On what ground data go there, for a country outside the EEA (GDPR articles 45 and 46). */
  transfer: z.enum(['adequacy', 'clauses']).optional(),
  browser: inBrowser.optional(),
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
  recipients: z
    .partialRecord(z.enum(recipientNames), company)
    .default({})
    .refine(
      (named) => recipientNames.every((name) => !named[name]?.browser || loadsFor(name)),
      'only a recipient that the register lets browsers load from has a browser part',
    ),
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
