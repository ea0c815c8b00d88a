import { countIn } from '../../std/written'
import { dataOf, Field, type FieldProps, fieldId, tie } from '../field/field'
import { words } from '../words'

export type TextAreaProps = FieldProps & { value?: string; rows?: number; maxlength?: number }

/** A longer text. The limit is said, not enforced by the browser: cutting off what somebody pastes loses their words. */
export const TextArea = (props: TextAreaProps) => {
  const { value, rows = 6, maxlength, lang } = props
  return (
    <Field field={props}>
      <textarea
        {...tie(props, maxlength ? 'count' : undefined)}
        {...dataOf(props)}
        class="text-input text-area"
        rows={rows}
        data-maxlength={maxlength}
      >
        {value}
      </textarea>
      {maxlength && (
        <p class="soft small text-area-count" id={`${fieldId(props)}-count`}>
          {words(lang).upTo(countIn(maxlength, lang))}
        </p>
      )}
    </Field>
  )
}
