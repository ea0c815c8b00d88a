import { Hono } from 'hono'
import { doctorWords, examine, told } from '../../platform/doctor'
import { atDesk, type Env } from '../../platform/http'
import { hasDemo } from '../../platform/production'
import { Table, Tag } from '../../ui'
import { deskPage } from './desk-page'
import { may } from './rules'
import { words } from './words'

const tones = { good: 'success', bad: 'danger', unknown: 'plain' } as const

/** What `huisrecht doctor` says, for the owner. */
export const healthPages = new Hono<Env>().get('/desk/health', async (c) => {
  const viewer = atDesk(c, may.health)
  const { p, language: lang } = c.var
  const text = words(lang).health
  const doctor = doctorWords(lang)
  const { config, site, db, clock } = p
  const findings = await examine({ config, site, db, now: clock.now(), demo: await hasDemo(db), language: lang })
  const ill = findings.filter(({ state }) => state === 'bad').length
  return deskPage(
    c,
    viewer,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p>
        <strong>{ill === 0 ? doctor.summary.well : doctor.summary.ill(ill)}</strong>
      </p>
      <Table
        id="health"
        caption={text.caption}
        columns={[{ title: text.columns.what }, { title: text.columns.state }, { title: text.columns.found }]}
        rows={findings.map((finding) => {
          const { name, state, text: found, todo } = told(finding, lang)
          return [
            name,
            <Tag tone={tones[finding.state]}>{state}</Tag>,
            <>
              {found}
              {todo && (
                <>
                  <br />
                  <span class="soft">
                    {doctor.todo} {todo}
                  </span>
                </>
              )}
            </>,
          ]
        })}
      />
    </>,
  )
})
