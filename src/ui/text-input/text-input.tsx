import { dataOf, Field, type FieldProps, tie } from '../field/field'

export type TextInputProps = FieldProps & {
  value?: string
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'date' | 'password'
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search'
  /** A unit that stands before or after what is typed, such as € or m². */
  prefix?: string
  suffix?: string
  maxlength?: number
  min?: string
  max?: string
  /** How many characters the answer usually has: the width says what is expected. */
  width?: 5 | 10 | 20
  /** The id of a `datalist`. */
  list?: string
  spellcheck?: boolean
}

export const TextInput = (props: TextInputProps) => {
  const { value, type = 'text', autocomplete, inputmode, prefix, suffix, maxlength, min, max, width, list, spellcheck } = props
  const control = (
    <input
      {...tie(props)}
      {...dataOf(props)}
      class={width ? `text-input text-input-${width}` : 'text-input'}
      type={type}
      value={value}
      autocomplete={autocomplete}
      inputmode={inputmode}
      maxlength={maxlength}
      min={min}
      max={max}
      list={list}
      spellcheck={spellcheck}
    />
  )
  return (
    <Field field={props}>
      {prefix || suffix ? (
        <div class="text-input-unit">
          {prefix && <span class="text-input-affix">{prefix}</span>}
          {control}
          {suffix && <span class="text-input-affix">{suffix}</span>}
        </div>
      ) : (
        control
      )}
    </Field>
  )
}
