import { z } from 'zod'
import { featureOrder } from '../floors'
import { cookies, loadsFor, recipientNames, storagePlaces } from '../register'
import { languages } from '../std/words'
import { faultsIn } from '../ui/contrast'
import { words } from './words'
import { because } from './wrong'

const inEachLanguage = z.record(z.enum(languages), z.string())
/** An address elsewhere: not in the open, but on this machine. */
const elsewhere = z.url().refine(
  (url) => /^(?:https|wss):|^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]/.test(`${url}/`),
  because((language) => words(language).settings.https),
)
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
  /** What its scripts leave in the browser beside cookies: it stays for as long as the yes does, or until the tab is closed. A name may end in `*`. */
  storage: z
    .array(z.object({ in: z.enum(storagePlaces), name: z.string().regex(/^[^\s*]+\*?$/), what: inEachLanguage }))
    .default([]),
  /** Where what its scripts draw on the page has its sheets, typefaces and sounds: with styles in the page, and workers that its scripts make. */
  draws: z.array(elsewhere).optional(),
  /** A script of ours, `islands/NAME.ts`, that loads its scripts itself, with what it is told of that. */
  startedBy: z.object({ island: z.enum(['google-analytics', 'mautic']), with: z.record(z.string(), z.string()) }).optional(),
})
export type InBrowser = z.output<typeof inBrowser>
/** What scripts of it may leave beside cookies: where, and by what name. */
export const storedFor = ({ storage }: InBrowser): string[] => storage.map((one) => `${one.in} ${one.name}`)
/** All that lies in a browser for it. What is no cookie is cleared when the answer that it rests on is over: a browser is then asked again. */
export const keptFor = (browser: InBrowser): InBrowser['cookies'] => [
  ...browser.cookies,
  ...browser.storage.map(({ in: where, name, what }) => ({
    name: `${where} ${name}`,
    days: where === 'sessionStorage' ? null : cookies.consent.days,
    what,
  })),
]
/** The hosts that a browser speaks to for it. */
export const hostsOf = ({ scripts, pixels, hosts, draws = [] }: InBrowser): string[] => [
  ...new Set([...scripts, ...pixels, ...hosts, ...draws].map((url) => new URL(url).host)),
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
  /** What of the data lies in another place, and where. */
  parts: z.array(z.object({ what: inEachLanguage, place: z.string().length(2) })).optional(),
  /** On whose machines it keeps them. */
  host: z.string().optional(),
})

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
/** Our own chat. */
const ownChat = z.object({
  by: z.literal('us'),
  /** When somebody is there, on the clock of Brussels; without any, always. At other times visitors are led to the form. */
  hours: z.array(z.object({ days: z.array(z.enum(weekdays)).min(1), from: time, until: time })).default([]),
  /** What staff often answer. */
  answers: z.array(z.object({ name: inEachLanguage, text: inEachLanguage })).default([]),
})
/** That of Crisp, for which the site names a company as `chat`. */
const crispChat = z.object({
  by: z.literal('crisp'),
  /** What Crisp calls the site. */
  website: z.uuid(),
})

const colours = z.record(z.string(), z.string().regex(/^#[0-9a-f]{6}$/)).default({})
const typefaces = z.string().regex(/^[\w\s,"'-]+$/)

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
      because((language) => words(language).settings.noBrowser),
    ),
  /** For so many days a backup can be put back; what was erased is beyond recovery in it after that. */
  backupDays: z.int().min(1).max(365).default(35),
  /** Files with rules about adverts, law/*.json in the folder of the site: docs/law.md. */
  law: z.array(z.object({ file: z.string(), content: z.unknown() })).default([]),
  /** Colours in place of the product's, by their names in ui/base/tokens.css, each with enough contrast (WCAG 2.2); and typefaces that are on people's
   *  machines: nothing is fetched for them. */
  brand: z
    .object({ light: colours, dark: colours, headings: typefaces.optional(), text: typefaces.optional() })
    .superRefine((brand, context) => {
      for (const fault of faultsIn(brand)) context.addIssue(fault)
    })
    .default({ light: {}, dark: {} }),
  /** The drawing logo.svg in the folder of the site. */
  logo: z.string().optional(),
  /** Forms, forms/*.json in the folder of the site; the name of the file is the name of the form in its address. */
  forms: z.array(z.object({ file: z.string(), content: z.unknown() })).default([]),
  /** Which chat the site has, where it has the feature `chat`. */
  chat: z.discriminatedUnion('by', [ownChat, crispChat]).default({ by: 'us', hours: [], answers: [] }),
  /** Where the link to its articles stands on every page, once there is one. */
  blog: z.enum(['menu', 'foot']).default('menu'),
  /** Texts, content/pages/*.md and content/articles/*.md in the folder of the site, and the drawings in them, content/pictures/*.svg: docs/writing.md. */
  texts: z.array(z.object({ file: z.string(), content: z.string() })).default([]),
  pictures: z.array(z.object({ name: z.string(), drawing: z.string() })).default([]),
})
export type Site = z.infer<typeof siteSchema>
/** What one writes in site.ts. */
export type SiteInput = z.input<typeof siteSchema>
