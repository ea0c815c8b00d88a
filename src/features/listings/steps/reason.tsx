import { z } from 'zod'
import { type Errors, errorOf, fieldsOf, lines, typedOf } from '../../../platform/forms'
import { findPersonalData } from '../../../std/finder'
import { TextArea } from '../../../ui'
import { Marked } from './marked'
import { checkThen, type LawStep } from './step'
import { words } from './words'

/** A page that asks one thing in one's own words, which are published: nothing of a person may stand in them. */
export function reasonStep(name: 'criteria' | 'domicileReason', asked: NonNullable<LawStep['asked']>): LawStep {
  const schema = z.object({ [name]: lines(1000, 10) })
  return {
    name,
    asked,
    fields: [name],
    check: (typed, about) => {
      const { words: say, [name]: text } = words(about.language)
      return checkThen(schema, typed, about, { [name]: { tooShort: text.tooShort, required: text.tooShort } }, (values) => {
        const value = values[name] ?? ''
        const errors: Errors = findPersonalData(value, { street: typedOf(typed, 'street') }).map(({ kind, start, end }) => ({
          name,
          message: say.found(kind, value.slice(start, end), text.label),
        }))
        return errors.length > 0 ? errors : { [name]: value }
      })
    },
    View: ({ typed, errors, language }) => {
      const text = words(language)[name]
      const field = fieldsOf(language, typed, errors)
      return (
        <>
          <TextArea {...field(name)} label={text.question} hint={text.hint} rows={4} maxlength={1000} />
          {errorOf(errors, name) && <Marked text={typedOf(typed, name)} street={typedOf(typed, 'street')} language={language} />}
        </>
      )
    },
    answers: (values, { language }) => [{ label: words(language)[name].label, value: values[name] }],
    typed: ({ answers = {} }) => ({ [name]: answers[name] ?? '' }),
  }
}

/** Wallonia: whoever refuses a student to register says why. */
export const domicileReason = reasonStep(
  'domicileReason',
  (typed, { region }) => region === 'BE-WAL' && typedOf(typed, 'domicile') === 'no' && typedOf(typed, 'lease') === 'student',
)
