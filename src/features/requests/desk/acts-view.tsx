import type { Context } from 'hono'
import { type Errors, errorOf, fieldsOf, type Typed, typedOf } from '../../../platform/forms'
import type { Env } from '../../../platform/http'
import { restrictionGrounds } from '../../../register'
import { Button, Checkboxes, Form, Radios, TextInput } from '../../../ui'
import { stopWords } from '../../your-data'
import { words } from '../words'

/** What was typed in which form of the page, and why it was refused. */
export type Again = { typed: Typed; errors: Errors; of: 'answer' | 'extension' | 'correction' | 'restriction' | 'erasure' }

/** What can be done for whoever asked, each with one press. */
export const Acts = ({ c, id, again, account }: { c: Context<Env>; id: string; again: Again | undefined; account: boolean }) => {
  const { language: lang } = c.var
  const text = words(lang).acts
  const at = `/${lang}/desk/requests/${id}`
  const of = (form: Again['of']) => (again?.of === form ? again : { typed: {}, errors: [] })
  const { typed, errors } = of('restriction')
  return (
    <>
      <h2>{text.title}</h2>
      <p class="measure">{text.lead}</p>
      <Form action={`${at}/copy`}>
        <p class="soft small">{text.copyHint}</p>
        <Button variant="secondary">{text.copy}</Button>
      </Form>
      {account && (
        <Form action={`${at}/correction`}>
          <TextInput
            {...fieldsOf(lang, of('correction').typed, of('correction').errors)('firstName')}
            label={text.firstName}
            width={20}
          />
          <Button variant="secondary">{text.correct}</Button>
        </Form>
      )}
      <Form action={`${at}/restriction`}>
        <Radios
          lang={lang}
          name="ground"
          label={text.restrict}
          options={restrictionGrounds.map((value) => ({ value, text: stopWords(lang).restriction.grounds[value].text }))}
          value={typedOf(typed, 'ground')}
          error={errorOf(errors, 'ground')}
        />
        <Button variant="secondary">{text.restrictAct}</Button>
      </Form>
      <Form action={`${at}/erasure`}>
        <Checkboxes
          lang={lang}
          name="sure"
          label={text.erase}
          options={[{ value: 'yes', text: text.sure }]}
          error={errorOf(of('erasure').errors, 'sure')}
        />
        <Button variant="danger">{text.eraseAct}</Button>
      </Form>
    </>
  )
}
