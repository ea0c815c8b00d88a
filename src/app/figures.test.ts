import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signedUp } from '../features/accounts/testing'
import { figuresOf, serveFigures } from './figures'
import { type TestSite, testSite } from './testing'

describe('the figures of a site', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await testSite()
  })
  afterAll(() => site.close())
  const text = () => figuresOf(site.p)

  test('count answers by the pattern of the route and the status, and how long they took', async () => {
    const visitor = site.visitor()
    await visitor.get('/nl/sign-in')
    await visitor.get('/nl/rooms/abcdefghjkmn')
    await visitor.get('/nothing/here')
    await visitor.send('/nl/sign-in', { method: 'BREW' })
    const figures = await text()
    expect(figures).toContain('huisrecht_answers_total{method="GET",route="/:language/sign-in",status="200"} 1\n')
    expect(figures).toContain('huisrecht_answers_total{method="GET",route="/:language/rooms/:publicId",status="404"} 1\n')
    expect(figures).toContain('huisrecht_answers_total{method="GET",route="none",status="404"} 1\n')
    expect(figures).toContain('{method="OTHER",')
    expect(figures).toContain('huisrecht_answer_seconds_count{route="/:language/sign-in"} ')
    expect(figures).toMatch(/huisrecht_answer_seconds_bucket\{route="\/:language\/sign-in",le="\+Inf"\} [12]\n/)
    expect(figures).toMatch(/huisrecht_database_bytes [1-9]\d+\n/)
    expect(figures).toMatch(/huisrecht_memory_bytes\{part="resident"\} [1-9]\d+\n/)
  })

  test('count mails and jobs', async () => {
    await site.visitor().post('/nl/register', {
      firstName: 'An',
      email: 'an.figures@example.org',
      userName: 'an-van-de-cijfers',
      password: 'zeven lage treden',
    })
    expect(await text()).toContain('huisrecht_jobs{queue="mail.send",state="created"} 1\n')
    expect(await text()).toMatch(/huisrecht_job_wait_seconds\{queue="mail.send",state="created"\} \d/)
    await site.mails()
    expect(await text()).toContain('huisrecht_mails_total{outcome="sent"} 1\n')
  })

  test('hold nothing of a person: not what is asked for, who asks, from where or with what', async () => {
    const canary = 'kanarie7f3a'
    const { visitor } = await signedUp(site, {
      firstName: 'Kanarie',
      email: `${canary}@example.org`,
      userName: canary,
      password: `${canary} woord`,
    })
    for (const path of [
      `/nl/${canary}`,
      `/${canary}`,
      `/nl/rooms?q=${canary}`,
      `/nl/rooms/${canary}`,
      `/nl/messages/${canary}`,
      `/nl/sign-in/with/${canary}`,
      `/photos/${canary}/480.jpg`,
      '/nl/account',
    ])
      await visitor.get(path, {
        'user-agent': canary,
        referer: `http://localhost:3000/${canary}`,
        'x-forwarded-for': '203.0.113.77',
      })
    await visitor.post('/nl/sign-in', { who: canary, password: canary })
    await visitor.send(`/nl/${canary}`, { method: canary.toUpperCase() })
    const figures = await text()
    expect(figures).toContain('route="/:language/account"')
    expect(figures.toLowerCase()).not.toContain(canary)
    expect(figures).not.toMatch(/203\.0\.113|192\.0\.2|198\.51|@/)
    for (const [id] of figures.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}/g)) expect(id).toBe('')
  })

  test('are served on a port of loopback alone, and not at all by the site', async () => {
    expect(await serveFigures(site.p)).toBeUndefined()
    expect((await site.visitor().get('/metrics')).status).toBe(404)
    const server = await serveFigures({ ...site.p, config: { ...site.p.config, metricsPort: 39_517 } })
    try {
      const answer = await fetch('http://127.0.0.1:39517/metrics')
      expect(answer.headers.get('content-type')).toContain('version=0.0.4')
      expect(await answer.text()).toContain('# TYPE huisrecht_answers_total counter')
      expect((await fetch('http://127.0.0.1:39517/')).status).toBe(404)
      expect(server?.address()).toMatchObject({ address: '127.0.0.1' })
    } finally {
      server?.close()
    }
  })

  test('health says whether the site works, without a cookie or a detail', async () => {
    const well = await site.visitor().get('/health')
    expect([well.status, well.text, well.headers.get('cache-control')]).toEqual([200, 'ok', 'no-store'])
    expect(well.headers.get('set-cookie')).toBeNull()
  })
})
