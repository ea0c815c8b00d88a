import { dataOf, Field, type FieldProps, fieldId, tie } from '../field/field'
import { words } from '../words'

export type PasswordInputProps = FieldProps & { autocomplete: 'current-password' | 'new-password' }

/** A password never comes back into the page, so there is no `value`. The button stays hidden until an island wakes it. */
export const PasswordInput = (props: PasswordInputProps) => {
  const { show, hide } = words(props.lang)
  return (
    <Field field={props}>
      <div class="password-input">
        <input
          {...tie(props)}
          {...dataOf(props)}
          class="text-input"
          type="password"
          autocomplete={props.autocomplete}
          spellcheck={false}
          autocapitalize="none"
        />
        <button
          class="button button-secondary"
          type="button"
          hidden
          data-password={fieldId(props)}
          data-show={show}
          data-hide={hide}
        >
          {show}
        </button>
      </div>
    </Field>
  )
}
