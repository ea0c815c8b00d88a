import { z } from 'zod'
import type { Site } from '../../platform/site'
import { Told } from '../../platform/told'
import { because, wrongIn } from '../../platform/wrong'
import { type Language, languages } from '../../std/words'
import { words } from './words'

const said = z.partialRecord(z.enum(languages), z.string().min(1))
export type Said = z.infer<typeof said>

/** What a field asks: `email` is where whoever sends the form is answered, and there is one of it at most; a `file` is asked at the last step, since it
 *  cannot travel along with a next one. */
const kinds = ['line', 'lines', 'email', 'phone', 'whole', 'day', 'choice', 'choices', 'ticked', 'file'] as const

const field = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  kind: z.enum(kinds),
  label: said,
  hint: said.optional(),
  optional: z.boolean().default(false),
  /** Of `choice` and `choices`. */
  options: z.array(z.strictObject({ value: z.string().regex(/^[a-z0-9][a-z0-9-]*$/), label: said })).default([]),
  /** The most signs of a text. */
  longest: z.int().min(1).max(20_000).optional(),
  /** Asked only of who chose one of these in an earlier step, so that nothing has to appear while one fills in the page. */
  if: z.strictObject({ field: z.string(), is: z.array(z.string()).min(1) }).optional(),
})
export type Field = z.infer<typeof field>

const step = z.strictObject({ title: said.optional(), fields: z.array(field).min(1) })
export type Step = z.infer<typeof step>

/** Names that the page itself posts. */
const taken = ['step', 'act', 'to', 'since', 'website', 'worked']

const form = z
  .strictObject({
    title: said,
    lead: said,
    steps: z.array(step).min(1),
    /** Where it is mailed: the controller's address, unless said. */
    to: z.email().optional(),
    /** What becomes of it, said once it is sent and in the mail that confirms it. */
    thanks: said,
    /** Whether it stands among the links at the foot of every page. */
    inFooter: z.boolean().default(false),
  })
  .superRefine(({ steps }, context) => {
    const refuse = (path: (string | number)[], say: (text: ReturnType<typeof words>['files']) => string) =>
      context.addIssue({ code: 'custom', path, ...because((language) => say(words(language).files)) })
    const earlier = new Map<string, Field>()
    let emails = 0
    for (const [at, { fields }] of steps.entries()) {
      for (const [n, one] of fields.entries()) {
        const path = ['steps', at, 'fields', n, 'name']
        const before = one.if && earlier.get(one.if.field)
        if (taken.includes(one.name) || earlier.has(one.name) || fields.findIndex(({ name }) => name === one.name) < n)
          refuse(path, (text) => text.twice(one.name))
        if (one.kind === 'email' && ++emails > 1) refuse(path, (text) => text.oneEmail)
        if (one.kind === 'file' && at < steps.length - 1) refuse(path, (text) => text.fileLast(one.name))
        if (['choice', 'choices'].includes(one.kind) !== one.options.length > 0) refuse(path, (text) => text.options(one.name))
        if (one.if && !before?.options.some(({ value }) => one.if?.is.includes(value)))
          refuse(path, (text) => text.noSuchChoice(one.if?.field ?? ''))
      }
      for (const one of fields) earlier.set(one.name, one)
    }
  })
/** A form as a site has it; `slug` is its name in the address. */
export type Form = z.infer<typeof form> & { slug: string }

/** A file of a site: a form of its own, or one that comes with the program, mailed where this site wants it. */
const file = z.union([z.strictObject({ use: z.string(), to: z.email().optional(), inFooter: z.boolean().optional() }), form])

/** A file of a form that cannot be used: what is wrong with it. */
export class WrongForm extends Told {
  readonly code = 'wrong_form'
}

const slugOf = (path: string) => path.replace(/^.*\//, '').replace(/\.json$/, '')

const shipped = new Map(
  Object.entries(import.meta.glob<unknown>('./shipped/*.json', { import: 'default', eager: true })).map(([path, content]) => [
    slugOf(path),
    form.parse(content),
  ]),
)

/** The languages that some words of a form lack. */
const lacking = (one: z.infer<typeof form>, asked: readonly Language[]): Language[] => {
  const all: Said[] = [
    one.title,
    one.lead,
    one.thanks,
    ...one.steps.flatMap(({ title, fields }) => [
      ...(title ? [title] : []),
      ...fields.flatMap(({ label, hint, options }) => [label, ...(hint ? [hint] : []), ...options.map((option) => option.label)]),
    ]),
  ]
  return asked.filter((language) => all.some((some) => !some[language]))
}

/** The forms of these files, each complete in these languages. Throws WrongForm, which names the file and what is wrong in it. */
export function formsIn(files: Site['forms'], asked: readonly Language[]): Form[] {
  const wrong: ((language: Language) => string[])[] = []
  const forms = files.flatMap(({ file: path, content }): Form[] => {
    const read = file.safeParse(content)
    if (!read.success) {
      const known = typeof content === 'object' && content !== null && 'use' in content ? file : form
      wrong.push((language) => wrongIn(known, content, language).map((one) => `${path}: ${one}`))
      return []
    }
    const own = 'use' in read.data ? shipped.get(read.data.use) : read.data
    if (!own) {
      const use = 'use' in read.data ? read.data.use : ''
      wrong.push((language) => [`${path}: ${words(language).files.noSuchForm(use, [...shipped.keys()].join(', '))}`])
      return []
    }
    const without = lacking(own, asked)
    if (without.length > 0) wrong.push((language) => [`${path}: ${words(language).files.noWords(without.join(', '))}`])
    const { to = own.to, inFooter = own.inFooter } = read.data
    return [{ ...own, to, inFooter, slug: slugOf(path) }]
  })
  if (wrong.length > 0)
    throw new WrongForm((language) =>
      [words(language).files.wrong, ...wrong.flatMap((say) => say(language)).map((one) => `- ${one}`)].join('\n'),
    )
  return forms
}

const known = new WeakMap<object, Form[]>()
/** The forms of a site. Throws WrongForm. */
export function formsOf(site: Pick<Site, 'forms' | 'languages'>): Form[] {
  const forms = known.get(site) ?? formsIn(site.forms, site.languages)
  known.set(site, forms)
  return forms
}

export const asksFile = (form: Pick<Form, 'steps'>): boolean => fieldsOfForm(form).some(({ kind }) => kind === 'file')
export const fieldsOfForm = ({ steps }: Pick<Form, 'steps'>): Field[] => steps.flatMap(({ fields }) => fields)
/** What is said in a language; a form has all of the site's. */
export const sayIn = (language: Language, some: Said): string => some[language] ?? Object.values(some)[0] ?? ''
