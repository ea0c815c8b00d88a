import { z } from 'zod'
import { choice, type Errors, errorOf, type FieldWords, fieldsOf, lines, type Typed, typedOf } from '../../platform/forms'
import { registerWords } from '../../register'
import type { Language } from '../../std/words'
import { Button, Checkboxes, Form, Radios, TextArea } from '../../ui'
import type { StaffPurpose } from './opening'
import { words } from './words'

/** What is asked before something of a person is opened. */
export const openingFields = <const P extends StaffPurpose>(purposes: readonly P[]) => ({
  purpose: choice(purposes),
  reason: lines(500, 5),
})
export const openingSchema = <const P extends StaffPurpose>(purposes: readonly P[]) => z.object(openingFields(purposes))
export const openingWords = (lang: Language): FieldWords => words(lang).opening.errors

type Given = { lang: Language; purposes: readonly StaffPurpose[]; id: string; hint?: string; typed?: Typed; errors?: Errors }

/** A purpose of the register, and the reason in one's own words. `id` keeps the fields of several such forms on a page apart. */
export const OpeningFields = ({ lang, purposes, id, hint, typed, errors = [] }: Given) => {
  const text = words(lang).opening
  const { purposes: names } = registerWords(lang)
  const own = (name: string) => (errors.length > 0 ? undefined : `${id}-${name}`)
  const options = purposes.map((value) => ({ value, text: names[value].name, hint: names[value].what }))
  const asked = { lang, name: 'purpose', id: own('purpose'), label: text.purpose, error: errorOf(errors, 'purpose'), options }
  const chosen = typedOf(typed, 'purpose')
  const field = fieldsOf(lang, typed, errors)
  return (
    <>
      {options.length === 1 ? <Checkboxes {...asked} values={[chosen]} /> : <Radios {...asked} value={chosen} />}
      <TextArea {...field('reason')} id={own('reason')} {...text.reason} {...(hint ? { hint } : {})} rows={2} maxlength={500} />
      <p class="soft small">{text.logged}</p>
    </>
  )
}

export const OpeningForm = ({ action, submit, ...fields }: Given & { action: string; submit: string }) => (
  <Form action={action}>
    <OpeningFields {...fields} />
    <Button variant="secondary" icon="lock">
      {submit}
    </Button>
  </Form>
)
