import { TextInput, type TextInputProps } from '../text-input/text-input'

/** A day. `value`, `min` and `max` are ISO dates; the browser shows them as its reader is used to. */
export const DateInput = (props: Omit<TextInputProps, 'type' | 'prefix' | 'suffix' | 'inputmode'>) => (
  <TextInput width={20} {...props} type="date" />
)
