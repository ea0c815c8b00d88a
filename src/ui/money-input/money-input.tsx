import { TextInput, type TextInputProps } from '../text-input/text-input'

/** An amount in euro; `suffix` says per what. Parsing is generous, so the type stays text. */
export const MoneyInput = (props: Omit<TextInputProps, 'type' | 'prefix' | 'inputmode'>) => (
  <TextInput width={10} {...props} prefix="€" inputmode="decimal" />
)
