import type { Child } from 'hono/jsx'
import type { Language } from '../../std/words'
import { Icon } from '../icon/icon'
import { words } from '../words'

/** Attributes that an island may look for: they land on the control. */
export type Data = { [attribute: `data-${string}`]: string | number | boolean | undefined }

/** What every form control takes. `why` says why something personal is asked; `heading` makes the label the `h1` of a page that asks one thing. */
export type FieldProps = Data & {
  lang: Language
  name: string
  label: string
  /** Unique on the page; `field-<name>` unless two forms on a page ask the same. */
  id?: string
  hint?: Child
  why?: Child
  error?: string
  optional?: boolean
  heading?: boolean
}

export const fieldId = ({ id, name }: { id?: string; name: string }) => id ?? `field-${name}`

/** The attributes that tie a control to its label, hint, reason and error. */
export const tie = (field: FieldProps, extraHint?: string) => {
  const id = fieldId(field)
  const described = [
    field.hint && `${id}-hint`,
    field.error && `${id}-error`,
    field.why && `${id}-why`,
    extraHint && `${id}-${extraHint}`,
  ].filter(Boolean)
  return {
    id,
    name: field.name,
    'aria-describedby': described.length ? described.join(' ') : undefined,
    'aria-invalid': field.error ? ('true' as const) : undefined,
  }
}

/** The island attributes among the props of a field. */
export const dataOf = (field: FieldProps): Record<string, unknown> =>
  Object.fromEntries(Object.entries(field).filter(([key]) => key.startsWith('data-')))

const Label = ({ field }: { field: FieldProps }) => (
  <>
    {field.label} {field.optional && <span class="field-optional">{words(field.lang).optional}</span>}
  </>
)

const Before = ({ field, id }: { field: FieldProps; id: string }) => (
  <>
    {field.hint && (
      <div class="field-hint" id={`${id}-hint`}>
        {field.hint}
      </div>
    )}
    {field.error && (
      <p class="field-error" id={`${id}-error`}>
        <Icon name="danger" />
        <span>
          <span class="visually-hidden">{words(field.lang).error} </span>
          {field.error}
        </span>
      </p>
    )}
  </>
)

const Why = ({ field, id }: { field: FieldProps; id: string }) =>
  field.why ? (
    <p class="field-why" id={`${id}-why`}>
      <Icon name="lock" />
      <span>
        <span class="visually-hidden">{words(field.lang).why} </span>
        {field.why}
      </span>
    </p>
  ) : null

const rootClass = (field: FieldProps, extra = '') => ['field', field.error && 'field-invalid', extra].filter(Boolean).join(' ')

/** One control with its label, hint, error and reason. */
export const Field = ({ field, children }: { field: FieldProps; children?: Child }) => {
  const id = fieldId(field)
  const label = (
    <label class="field-label" for={id}>
      <Label field={field} />
    </label>
  )
  return (
    <div class={rootClass(field)}>
      {field.heading ? <h1 class="field-heading">{label}</h1> : label}
      <Before field={field} id={id} />
      {children}
      <Why field={field} id={id} />
    </div>
  )
}

/** Several controls that answer one question. */
export const FieldGroup = ({ field, children }: { field: FieldProps; children?: Child }) => {
  const { id, 'aria-describedby': described } = tie(field)
  return (
    <fieldset class={rootClass(field, 'field-group')} aria-describedby={described}>
      <legend class="field-label">
        {field.heading ? (
          <h1 class="field-heading">
            <Label field={field} />
          </h1>
        ) : (
          <Label field={field} />
        )}
      </legend>
      <Before field={field} id={id} />
      {children}
      <Why field={field} id={id} />
    </fieldset>
  )
}
