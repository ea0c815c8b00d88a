import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, choice, type Errors, errorOf, fieldsOf, lines, readForm, type Typed, typedOf } from '../../../platform/forms'
import { atDesk, type Env, missing } from '../../../platform/http'
import { announceLifting, restrict } from '../../../privacy'
import { restrictionGrounds } from '../../../register'
import { dateIn } from '../../../std/written'
import { Button, Form, Notice, Radios, TextArea } from '../../../ui'
import { may } from '../rules'
import { words } from './words'

const form = z.object({ ground: choice(restrictionGrounds), reason: lines(2000) })

/** In place of what there is of a person: that their data are restricted, and nothing else. */
export const Restricted = ({ c, person, liftsAt }: { c: Context<Env>; person: string; liftsAt: Date | null }) => {
  const { language: lang } = c.var
  const text = words(lang)
  return (
    <>
      <Notice tone="info" title={text.restricted}>
        <p>{text.restrictedText}</p>
        {liftsAt && <p>{text.lifts(dateIn(liftsAt, lang))}</p>}
      </Notice>
      {!liftsAt && (
        <Form action={`/${lang}/desk/people/${person}/restriction/end`}>
          <p class="soft">{text.liftHint}</p>
          <Button variant="secondary">{text.lift}</Button>
        </Form>
      )}
    </>
  )
}

type Given = { c: Context<Env>; person: string; typed?: Typed; errors?: Errors }
/** The form with which staff restrict the data of who asked them to. */
export const RestrictForm = ({ c, person, typed = {}, errors = [] }: Given) => {
  const { language: lang } = c.var
  const text = words(lang)
  const field = fieldsOf(lang, typed, errors)
  return (
    <>
      <h2>{text.title}</h2>
      <p>{text.lead}</p>
      <Form action={`/${lang}/desk/people/${person}/restriction`}>
        <Radios
          lang={lang}
          name="ground"
          label={text.ground}
          options={restrictionGrounds.map((value) => ({ value, text: text.grounds[value] }))}
          value={typedOf(typed, 'ground')}
          error={errorOf(errors, 'ground')}
        />
        <TextArea
          {...field('reason')}
          {...(errors.length > 0 ? {} : { id: 'restriction-reason' })}
          label={text.reason}
          hint={text.reasonHint}
          rows={2}
          maxlength={2000}
        />
        <Button variant="secondary">{text.act}</Button>
      </Form>
    </>
  )
}

type Page = (c: Context<Env>, person: string, typed: Typed, errors: Errors) => Promise<Response>
/** Restricting and lifting at the desk; `again` shows the page of the person with what was refused. */
export const restrictionPages = (again: Page) =>
  new Hono<Env>()
    .post('/desk/people/:person/restriction', async (c) => {
      atDesk(c, may.people)
      const { p, language: lang } = c.var
      const person = personOf(c)
      const { typed } = await readForm(c)
      const checked = check(form, typed, lang, words(lang).errors)
      if (!checked.ok) return again(c, person, typed, checked.errors)
      await restrict(p, person, { ...checked.values, byStaff: true })
      return c.redirect(`/${lang}/desk/people/${person}`, 303)
    })
    .post('/desk/people/:person/restriction/end', async (c) => {
      atDesk(c, may.people)
      const person = personOf(c)
      await announceLifting(c.var.p, person)
      return c.redirect(`/${c.var.language}/desk/people/${person}`, 303)
    })

const personOf = (c: Context<Env>): string => {
  const person = c.req.param('person') ?? ''
  if (!/^[0-9a-f-]{36}$/.test(person)) throw missing()
  return person
}
