import { dataOf, Field, type FieldProps, tie } from '../field/field'

/** Files from the device; the form must be `multipart`. `accept` is a help to the chooser, not a check. */
export const FileInput = (props: FieldProps & { accept?: string; multiple?: boolean }) => (
  <Field field={props}>
    <input {...tie(props)} {...dataOf(props)} class="file-input" type="file" accept={props.accept} multiple={props.multiple} />
  </Field>
)
