import type { Child } from 'hono/jsx'
import { type Errors, fieldsOf, type Typed } from '../../platform/forms'
import { holding } from '../../register'
import type { Language } from '../../std/words'
import { Button, Form, TextInput } from '../../ui'
import { paths } from './paths'
import { words } from './words'

/** The one field of the newsletter. `website` is for robots, which fill in whatever has a label. */
export const SubscribeForm = ({ lang, typed, errors }: { lang: Language; typed?: Typed; errors?: Errors }) => {
  const text = words(lang).form
  return (
    <Form action={paths(lang).form}>
      <TextInput
        {...fieldsOf(lang, typed, errors)('email')}
        type="email"
        autocomplete="email"
        spellcheck={false}
        label={text.email}
        hint={text.hint}
      />
      <div class="form-trap">
        <label for="newsletter-website">{text.website}</label>
        <input id="newsletter-website" name="website" value="" autocomplete="off" />
      </div>
      <Button>{text.submit}</Button>
    </Form>
  )
}

/** Below each article: the same for everybody, whether or not they have it. */
export const below = (lang: Language): Child => {
  const text = words(lang)
  return (
    <aside class="newsletter-block flow" aria-labelledby="newsletter-block">
      <h2 id="newsletter-block">{text.block.title}</h2>
      <p class="measure">{text.form.lead}</p>
      <SubscribeForm lang={lang} />
      <p class="soft small">
        {text.form.kept(holding['email.signup'].keep.days)} <a href={`/${lang}/privacy`}>{text.form.privacy}</a>
      </p>
    </aside>
  )
}
