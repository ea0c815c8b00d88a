import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkIn, type TestSite, testSite } from '../../app/testing'
import { restrict } from '../../privacy'
import { accountsOf, personCalled } from '../accounts'
import { signedUp } from '../accounts/testing'
import { staffCommands } from './commands'
import { colleagues } from './staff'
import { memberOfStaff } from './testing'

describe('staff', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await testSite()
  })
  afterAll(() => site.close())

  const run = async (line: string) => {
    const said: string[] = []
    const command = staffCommands.find(({ name }) => line.startsWith(name))
    const args = line.slice(command?.name.length).split(' ').filter(Boolean)
    const code = await command?.run(site.p, args, (text) => said.push(text))
    return { code, said: said.join('\n') }
  }
  const roles = async () => (await colleagues(site.p, site.p.db)).map(({ name, role }) => `${name.open('staffAccess')} ${role}`)

  test('the first one is made from the command line, with an account if there is none, and comes in by a link', async () => {
    expect((await run('staff list')).said).toContain('Nobody yet')
    const { code, said } = await run('staff add olga@kantoor.example --language en')
    expect(code).toBe(0)
    expect(await roles()).toEqual(['olga@kantoor.example owner'])
    const person = (await personCalled(site.p, site.p.db, 'olga@kantoor.example')) ?? ''
    expect((await accountsOf(site.p, site.p.db, [person])).get(person)?.firstName.open('account')).toBe('olga')
    const olga = site.visitor()
    const printed = linkIn({ text: said })
    const setUp = await olga.follow(await olga.post(printed))
    expect(setUp.text).toContain('Set up your second factor')
    expect((await olga.post(printed)).status).toBe(410)
    const mailed = linkIn((await site.mails())[0])
    expect(mailed).not.toBe(printed)
    expect((await site.visitor().get(mailed)).status).toBe(200)
  })

  test('an existing account becomes moderator unless said otherwise; saying it again changes the role', async () => {
    site.clock.pass(1000)
    const mo = await signedUp(site, { firstName: 'Mo', userName: 'mo-merel' })
    expect((await run('staff add mo-merel')).said).toContain('mo-merel is moderator now')
    expect((await run('staff add mo-merel --role officer')).code).toBe(0)
    expect(await roles()).toEqual(['olga@kantoor.example owner', 'mo-merel officer'])
    expect((await run('staff list')).said).toMatch(/mo-merel\tofficer\tno second factor yet\t2026-11-21/)
    expect((await mo.visitor.get('/nl/desk')).location).toContain('second-factor')
  })

  test.each([
    ['staff add', 2],
    ['staff add a@b.example c@d.example', 2],
    ['staff add mo-merel --role king', 2],
    ['staff add niemand-zo', 1],
    ['staff remove', 1],
    ['staff remove niemand-zo', 1],
  ])('%s does nothing and says so', async (line, code) => {
    const before = await roles()
    const done = await run(line)
    expect(done.code).toBe(code)
    expect(done.said).not.toBe('')
    expect(await roles()).toEqual(before)
  })

  test('who is removed loses the way in, not the account', async () => {
    expect((await run('staff remove mo-merel')).said).toBe('Done.')
    expect(await roles()).toEqual(['olga@kantoor.example owner'])
    expect(await personCalled(site.p, site.p.db, 'mo-merel')).toBeDefined()
    expect((await run('staff remove olga@kantoor.example')).said).toContain('There is no owner left')
  })

  test('an owner adds, changes and removes colleagues at the desk', async () => {
    const owner = await memberOfStaff(site, 'owner', { firstName: 'Olga' })
    const an = await signedUp(site, { firstName: 'An' })
    await site.mails()
    for (const fields of [
      { who: '', role: 'moderator' },
      { who: an.email, role: 'king' },
      { who: 'niemand-zo', role: 'owner' },
    ])
      expect((await owner.visitor.post('/nl/desk/staff', fields)).status).toBe(422)
    const added = await owner.visitor.follow(await owner.visitor.post('/nl/desk/staff', { who: an.email, role: 'moderator' }))
    expect(added.text).toContain('Toegevoegd')
    expect((await site.mails()).map(({ to }) => to)).toEqual([an.email])
    expect((await owner.visitor.get(`/nl/desk/staff/${an.personId}`)).text).toContain('Uit het beheer halen')
    await owner.visitor.post(`/nl/desk/staff/${an.personId}/role`, { role: 'officer' })
    expect(await roles()).toContain(`${an.email} officer`)
    await owner.visitor.post(`/nl/desk/staff/${an.personId}/removal`)
    // Nobody has to register first to be invited.
    await owner.visitor.post('/en/desk/staff', { who: 'nora@kantoor.example', role: 'moderator' })
    const invitation = (await site.mails()).find(({ to }) => to === 'nora@kantoor.example')
    const nora = site.visitor('203.0.113.77')
    expect((await nora.follow(await nora.post(linkIn(invitation)))).text).toContain('Set up your second factor')
    await owner.visitor.post(`/nl/desk/staff/${(await personCalled(site.p, site.p.db, 'nora@kantoor.example')) ?? ''}/removal`)
    expect(await roles()).toEqual(['Olga owner'])
  })

  test('G7: a colleague whose data are only stored stays in the list, without a name', async () => {
    const owner = await memberOfStaff(site, 'owner', { firstName: 'Olga' })
    const away = await memberOfStaff(site, 'moderator', { firstName: 'Wout' })
    expect((await owner.visitor.get('/en/desk/staff')).text).toContain('Wout')
    await restrict(site.p, away.personId, { ground: 'accuracy' })
    for (const path of ['/en/desk/staff', `/en/desk/staff/${away.personId}`]) {
      const { status, text } = await owner.visitor.get(path)
      expect(status).toBe(200)
      expect(text).toContain('(data only stored)')
      expect(text).not.toContain('Wout')
    }
    expect((await run('staff list')).said).toContain('(data only stored)\tmoderator')
  })
})
