import { z } from 'zod'
import { email as anyEmail, type Errors, errorOf, type FieldWords, fieldsOf, line, type Typed } from '../../platform/forms'
import { registerWords } from '../../register'
import type { Language } from '../../std/words'
import { PasswordInput, TextInput } from '../../ui'
import { userName } from './user-names'
import { words } from './words'

/** Letters of any script and what stands between them in names: O'Neill, Jean-Luc, Ana M. */
export const firstName = () => line(60).refine((name) => /^\p{L}[\p{L}\p{M} .'’·-]*$/u.test(name), 'name')

/** RFC 6531 allows letters of any script before the at sign; a smiley or an invisible mark is a slip. */
export const email = () => anyEmail().refine((text) => /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.@-]+$/u.test(text), 'email')

/** What was typed, untouched: spaces at its ends belong to a password. */
export const password = () => z.preprocess((value) => (typeof value === 'string' ? value : ''), z.string().min(1, 'required'))

/** NIST SP 800-63B §5.1.1.2: length counts (in characters, not in UTF-16 units), composition rules do not. */
export const newPassword = () =>
  password().pipe(
    z
      .string()
      .refine((text) => [...text].length >= 10, 'short')
      .refine((text) => text.length <= 256, 'long'),
  )

/** The four things that are asked of who registers (K2): to be put into the schema of a form. */
export const registrationFields = { firstName: firstName(), email: email(), userName: userName(), password: newPassword() }
export type RegistrationValues = z.output<z.ZodObject<typeof registrationFields>>

/** What their errors say. */
export const registrationWords = (language: Language): FieldWords => words(language).errors

type Given = { lang: Language; typed?: Typed; errors?: Errors }

export const FirstNameField = ({ lang, typed, errors }: Given) => (
  <TextInput
    {...fieldsOf(lang, typed, errors)('firstName')}
    {...words(lang).fields.firstName}
    why={registerWords(lang).items.firstName.why}
    autocomplete="given-name"
    width={20}
  />
)

export const EmailField = ({ lang, typed, errors }: Given) => (
  <TextInput
    {...fieldsOf(lang, typed, errors)('email')}
    type="email"
    {...words(lang).fields.email}
    why={registerWords(lang).items.email.why}
    autocomplete="email"
    spellcheck={false}
  />
)

/** `mayBeEmpty`: the program then chooses one. */
export const UserNameField = ({ lang, typed, errors, mayBeEmpty }: Given & { mayBeEmpty?: boolean }) => (
  <TextInput
    {...fieldsOf(lang, typed, errors)('userName')}
    label={words(lang).fields.userName.label}
    hint={mayBeEmpty ? words(lang).fields.userName.mayBeEmpty : words(lang).fields.userName.hint}
    why={registerWords(lang).items.userName.why}
    autocomplete="username"
    spellcheck={false}
    width={20}
  />
)

export const NewPasswordField = ({ lang, errors, label }: Given & { label?: string }) => (
  <PasswordInput
    lang={lang}
    name="password"
    {...words(lang).fields.password}
    why={registerWords(lang).items.password.why}
    label={label ?? words(lang).fields.password.label}
    error={errorOf(errors, 'password')}
    autocomplete="new-password"
  />
)

/** The four fields of somebody who has no account yet; `typed.userName` is what to propose when nothing was typed. */
export const RegistrationFields = (given: Given & { mayBeEmpty?: boolean }) => (
  <>
    <FirstNameField {...given} />
    <EmailField {...given} />
    <UserNameField {...given} />
    <NewPasswordField {...given} />
  </>
)
