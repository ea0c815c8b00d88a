import { dataOf, Field, type FieldProps, tie } from '../field/field'

/** On or off. It changes nothing until its form is sent. */
export const Switch = (props: FieldProps & { on?: boolean }) => (
  <div class="switch-field">
    <Field field={props}>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a checkbox brings its own checked state */}
      <input {...tie(props)} {...dataOf(props)} class="switch" type="checkbox" role="switch" value="on" checked={props.on} />
    </Field>
  </div>
)
