import { dataOf, Field, type FieldProps, tie } from '../field/field'

export type Option = { value: string; text: string }
export type SelectProps = FieldProps & { value?: string; options: readonly Option[] }

export const Select = (props: SelectProps) => (
  <Field field={props}>
    <select {...tie(props)} {...dataOf(props)} class="text-input select">
      {props.options.map(({ value, text }) => (
        <option value={value} selected={value === props.value}>
          {text}
        </option>
      ))}
    </select>
  </Field>
)
