import { FieldGroup, type FieldProps } from '../field/field'
import { type Choice, Choices } from '../radios/radios'

export type CheckboxesProps = FieldProps & { values?: readonly string[]; options: readonly Choice[]; inline?: boolean }

/** Any number of a few, one name for all of them. A single box to agree with is a list of one. */
export const Checkboxes = (props: CheckboxesProps) => (
  <FieldGroup field={props}>
    <Choices type="checkbox" field={props} options={props.options} values={props.values ?? []} inline={props.inline} />
  </FieldGroup>
)
