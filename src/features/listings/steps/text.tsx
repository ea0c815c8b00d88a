import { z } from 'zod'
import { choice, type Errors, errorOf, fieldsOf, line, lines, typedOf } from '../../../platform/forms'
import { findPersonalData } from '../../../std/finder'
import { languages } from '../../../std/words'
import { Radios, TextArea, TextInput } from '../../../ui'
import type { ListingContent } from '../content'
import { Marked } from './marked'
import { checkThen, type Step } from './step'
import { words } from './words'

type Text = Pick<ListingContent, 'language' | 'title' | 'text'>

const schema = z.object({ language: choice(languages), title: line(80, 8), text: lines(6000, 40) })
const fields = ['title', 'text'] as const

export const text: Step<Text> = {
  name: 'words',
  fields: Object.keys(schema.shape),
  check: (typed, about) => {
    const { words: say } = words(about.language)
    const errors: Errors = fields.flatMap((name) =>
      findPersonalData(typedOf(typed, name), { street: typedOf(typed, 'street') }).map(({ kind, start, end }) => ({
        name,
        message: say.found(kind, typedOf(typed, name).slice(start, end), say[name]),
      })),
    )
    const checked = checkThen(schema, typed, about, say.errors, (values) => values)
    if (errors.length === 0) return checked
    return { ok: false, errors: checked.ok ? errors : [...checked.errors, ...errors] }
  },
  View: ({ typed, errors, language }) => {
    const say = words(language).words
    const street = typedOf(typed, 'street')
    const field = fieldsOf(language, typed, errors)
    return (
      <>
        <p class="measure">{say.what}</p>
        <Radios
          lang={language}
          name="language"
          label={say.language}
          inline
          value={typedOf(typed, 'language') || language}
          error={errorOf(errors, 'language')}
          options={languages.map((value) => ({ value, text: say.languages[value] }))}
        />
        <TextInput {...field('title')} label={say.title} hint={say.titleHint} maxlength={120} />
        {errorOf(errors, 'title') && <Marked text={typedOf(typed, 'title')} street={street} language={language} />}
        <TextArea {...field('text')} label={say.text} hint={say.textHint} rows={12} maxlength={6000} />
        {errorOf(errors, 'text') && <Marked text={typedOf(typed, 'text')} street={street} language={language} />}
      </>
    )
  },
  answers: (values, { language }) => {
    const say = words(language).words
    return [
      { label: say.title, value: <span lang={values.language}>{values.title}</span> },
      {
        label: say.text,
        value: (
          <span lang={values.language} class="advert-text">
            {values.text}
          </span>
        ),
      },
    ]
  },
  typed: ({ language, title, text }) => ({ language, title, text }),
}
