import type { Child } from 'hono/jsx'
import { dataOf, FieldGroup, type FieldProps, fieldId } from '../field/field'

/** `more` is what is asked further if this option is chosen: it is hidden otherwise, but sent along. */
export type Choice = { value: string; text: Child; hint?: Child; more?: Child }
export type RadiosProps = FieldProps & { value?: string; options: readonly Choice[]; inline?: boolean }

/** One choice of a few. The first radio has the id of the field, so that the error summary leads to it. */
export const Radios = (props: RadiosProps) => (
  <FieldGroup field={props}>
    <Choices
      type="radio"
      field={props}
      options={props.options}
      values={props.value === undefined ? [] : [props.value]}
      inline={props.inline}
    />
  </FieldGroup>
)

export const Choices = ({
  type,
  field,
  options,
  values,
  inline,
}: {
  type: 'radio' | 'checkbox'
  field: FieldProps
  options: readonly Choice[]
  values: readonly string[]
  inline?: boolean
}) => {
  const first = fieldId(field)
  return (
    <div class={inline ? 'choices choices-inline' : 'choices'}>
      {options.map(({ value, text, hint, more }, index) => {
        const id = index === 0 ? first : `${first}-${index + 1}`
        return (
          <div class="choice">
            <input
              {...dataOf(field)}
              class="choice-input"
              type={type}
              id={id}
              name={field.name}
              value={value}
              checked={values.includes(value)}
              aria-describedby={hint ? `${id}-choice-hint` : undefined}
            />
            <label class="choice-label" for={id}>
              {text}
            </label>
            {hint && (
              <div class="choice-hint" id={`${id}-choice-hint`}>
                {hint}
              </div>
            )}
            {more && <div class="choice-more">{more}</div>}
          </div>
        )
      })}
    </div>
  )
}
