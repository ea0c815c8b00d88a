// The exports of a statement that is small enough to know every cell of.
import { beforeEach, describe, expect, test } from 'vitest'
import kot from '../../../sites/kot/site'
import { keepWords, type PurposeName, registerWords } from '../../register'
import { onPaper } from '../on-paper'
import { type HoldingFact, type StatementFacts, statementFacts } from '../statement'
import { agreementsOf } from './agreements'
import { assessmentOf, assessmentText, blanksIn } from './assessment'
import type { Run } from './history'
import { recordOf } from './record'
import { peopleSaid, recipientSaid } from './said'
import { sheetCsv, workbook } from './sheet'
import { words } from './words'

const said = registerWords('en')
const { record: text, agreements, assessment } = words('en')
const held = (holding: HoldingFact['holding'], given: Partial<HoldingFact> = {}): HoldingFact => ({
  holding,
  circle: 'account',
  purposes: ['account'],
  keep: { until: 'accountEnds' },
  stored: ['sealed'],
  source: 'person',
  recipients: [],
  rights: [],
  ...given,
})
const facts: StatementFacts = {
  ...statementFacts(onPaper(kot), 'en'),
  controller: { name: 'Dorpel vzw', registration: 'BE 1', address: 'Straat 1', email: 'info@dorpel.example' },
  officer: { name: 'An', email: 'dpo@dorpel.example', address: 'Straat 2' },
  authority: { name: 'The authority', url: 'https://authority.example' },
  hosting: {
    name: 'Host',
    place: 'US',
    inEea: false,
    transfer: 'clauses',
    statement: 'https://host.example',
    agreement: '2026-01-02',
  },
  purposes: [
    { purpose: 'account', basis: 'contract' },
    { purpose: 'fraud', basis: 'legitimateInterest' },
    { purpose: 'orders', basis: 'legalDuty', law: 'Article 1' },
  ],
  chapters: [
    {
      chapter: 'accounts',
      items: [
        { item: 'email', holdings: [held('email.account', { recipients: ['mail', 'authority'] })] },
        { item: 'firstName', holdings: [held('firstName.account', { stored: ['published'], purposes: ['account', 'fraud'] })] },
        {
          item: 'ip',
          holdings: [held('ip.lastSession', { circle: 'lastSession', stored: ['unsealed'], source: 'use', purposes: ['fraud'] })],
        },
      ],
    },
  ],
  recipients: [
    {
      recipient: 'mail',
      kind: 'processor',
      company: { name: 'Post', place: 'IE', inEea: true, statement: 'https://post.example', agreement: '2026-03-04' },
      gets: [{ purpose: 'account', holdings: ['email.account'] }],
    },
    { recipient: 'authority', kind: 'authority', gets: [{ purpose: 'orders', holdings: ['email.account'] }] },
  ],
  rights: ['access', 'erasure'],
  backupDays: 35,
}
const run = (purpose: string, since: string, ended?: string): Run => ({
  purpose,
  since: new Date(since),
  ...(ended ? { ended: new Date(ended) } : {}),
  names: { nl: 'Vraag', fr: 'Demande', en: 'Demand' },
})
const runs = [
  run('statistics', '2026-01-02', '2026-01-03'),
  run('account', '2026-01-01'),
  run('fraud', '2026-01-01', '2026-02-01'),
  run('demand', '2026-01-05', '2026-02-06'),
]
const of = { facts, version: 'abc', measures: ['Locks.', 'Keys.'], runs }
const name = (purpose: PurposeName) => said.purposes[purpose].name
const email = `${said.items.email.name}, ${said.circles.account}`
const firstName = `${said.items.firstName.name}, ${said.circles.account}`
const ip = `${said.items.ip.name}, ${said.circles.lastSession}`
const [member] = peopleSaid('en', ['email.account'])

describe('G10: the record', () => {
  let [controller, processings, data, recipients, measures] = recordOf('en', of)
  beforeEach(() => {
    ;[controller, processings, data, recipients, measures] = recordOf('en', of)
  })

  test('says whose it is', () => {
    const { controller: is } = text
    expect(controller.columns).toEqual([{ title: is.what }, { title: is.value, legal: true }])
    expect(controller.rows).toEqual([
      [is.name, 'Dorpel vzw'],
      [is.registration, 'BE 1'],
      [is.address, 'Straat 1'],
      [is.email, 'info@dorpel.example'],
      [is.joint, 'none'],
      [is.officer, 'An\nStraat 2'],
      [is.officerEmail, 'dpo@dorpel.example'],
      [is.authority, 'The authority'],
      [is.version, 'abc'],
    ])
    const officer = { name: 'An', email: 'dpo@dorpel.example' }
    const [alone] = recordOf('en', { ...of, facts: { ...facts, officer } })
    expect(alone.rows[5]).toEqual([is.officer, 'An'])
  })

  test('has a row for each purpose, with all that the law asks', () => {
    const keep = keepWords('en', { until: 'accountEnds' })
    const row = (at: number) => processings.rows[at]
    expect(processings.rows).toHaveLength(5)
    expect(row(0)).toEqual([
      '1',
      name('account'),
      said.purposes.account.what,
      `${said.bases.contract.name} (${said.bases.contract.article})`,
      member,
      `${email}\n${firstName}`,
      text.specialNone,
      said.sources.person,
      `${said.recipients.mail.name} (Post)`,
      'Host\nPost',
      'Host: United States',
      text.transfer.clauses,
      `${email}: ${keep}\n${firstName}: ${keep}`,
      'Locks.\nKeys.',
      text.running,
      '1 January 2026',
      '',
      '',
    ])
    // Nobody receives anything for it, and what it was before has ended.
    expect(row(1)?.slice(7, 10)).toEqual([`${said.sources.person}\n${said.sources.use}`, 'nobody', 'Host'])
    expect(row(1)?.[15]).toBe('')
    // What an authority may demand is held for other purposes.
    expect(row(2)?.slice(3, 6)).toEqual([
      `${said.bases.legalDuty.name} (${said.bases.legalDuty.article})\nArticle 1`,
      member,
      email,
    ])
    expect(row(2)?.slice(8, 10)).toEqual([said.recipients.authority.name, 'Host'])
    expect(processings.columns.map(({ title }) => title)).toEqual([
      text.number,
      text.processing,
      text.what,
      text.basis,
      text.people,
      text.data,
      text.special,
      text.source,
      text.recipients,
      text.processors,
      text.transfers,
      text.safeguards,
      text.keep,
      text.measures,
      text.status,
      text.since,
      text.ended,
      text.replacing,
    ])
    expect(processings.columns.filter(({ legal }) => legal).map(({ title }) => title)).toEqual([
      text.processing,
      text.people,
      text.data,
      text.recipients,
      text.transfers,
      text.safeguards,
      text.keep,
      text.measures,
    ])
  })

  test('keeps a purpose that is no more, with its days', () => {
    expect(processings.rows[3]?.[0]).toBe('4')
    expect(processings.rows[4]).toEqual([
      '5',
      'Demand',
      ...Array(12).fill(''),
      text.over,
      '5 January 2026',
      '6 February 2026',
      '',
    ])
    const alive = { ...run('demand', '2026-01-05') }
    expect(recordOf('en', { ...of, runs: [alive] })[1].rows[3]?.slice(-4)).toEqual([text.over, '5 January 2026', '', ''])
  })

  test('needs no ground for a transfer where nothing leaves the Economic Area', () => {
    const here = { ...facts, hosting: { name: 'Host', place: 'NL', inEea: true } }
    expect(recordOf('en', { ...of, facts: here })[1].rows[0]?.slice(10, 12)).toEqual(['none', ''])
    const unsaid = { ...facts, hosting: { name: 'Host', place: 'US', inEea: false } }
    expect(recordOf('en', { ...of, facts: unsaid })[1].rows[0]?.[11]).toBe(text.transfer.none)
  })

  test('counts for a purpose what is received for that one alone, and as a processor only a company that processes', () => {
    const gets: StatementFacts['recipients'][number]['gets'] = [
      { purpose: 'account', holdings: ['email.account'] },
      { purpose: 'orders', holdings: ['firstName.account'] },
    ]
    const company = { name: 'Post', place: 'US', inEea: false, transfer: 'adequacy' } as const
    const receiving = (kind: 'processor' | 'controller') =>
      recordOf('en', { ...of, facts: { ...facts, recipients: [{ recipient: 'mail', kind, company, gets }] } })[1].rows
    const [account, fraud, orders] = receiving('processor')
    expect(account?.slice(8, 12)).toEqual([
      `${said.recipients.mail.name} (Post)`,
      'Host\nPost',
      'Host: United States\nPost: United States',
      `${text.transfer.clauses}\n${text.transfer.adequacy}`,
    ])
    expect(fraud?.slice(8, 12)).toEqual(['nobody', 'Host', 'Host: United States', text.transfer.clauses])
    expect(orders?.[5]).toBe(firstName)
    expect(receiving('controller')[0]?.[9]).toBe('Host')
    const unnamed = { ...facts, recipients: [{ recipient: 'mail' as const, kind: 'processor' as const, gets }] }
    expect(recordOf('en', { ...of, facts: unnamed })[1].rows[0]?.slice(8, 10)).toEqual([said.recipients.mail.name, 'Host'])
    expect(recipientSaid('en', facts, 'advertiser')).toBe(said.recipients.advertiser.name)
  })

  test('says of each kind of data where, of whom, what for, how long, how, from whom and to whom', () => {
    const { item, circle, what, people, purposes, keep, stored, source, recipients: receivers } = text
    expect(data.columns.map(({ title }) => title)).toEqual([
      item,
      circle,
      what,
      people,
      purposes,
      keep,
      stored,
      source,
      receivers,
    ])
    expect(data.rows).toHaveLength(3)
    expect(data.rows[0]).toEqual([
      said.items.email.name,
      said.circles.account,
      said.items.email.what,
      member,
      name('account'),
      keepWords('en', { until: 'accountEnds' }),
      said.stored.sealed.name,
      said.sources.person,
      `${said.recipients.mail.name} (Post)\n${said.recipients.authority.name}`,
    ])
    expect(data.rows[1]?.[4]).toBe(`${name('account')}\n${name('fraud')}`)
    expect(data.rows[1]?.[8]).toBe('nobody')
  })

  test('names who receives something, which company that is, and where', () => {
    const { recipient, kind, company, place, inEea, safeguards, agreement, statement, gets } = text
    expect(recipients.columns.map(({ title }) => title)).toEqual([
      recipient,
      kind,
      company,
      place,
      inEea,
      safeguards,
      agreement,
      statement,
      gets,
    ])
    expect(recipients.rows).toEqual([
      [
        text.hosting,
        said.recipientKinds.processor,
        'Host',
        'United States',
        'no',
        text.transfer.clauses,
        '2026-01-02',
        'https://host.example',
        text.host,
      ],
      [
        said.recipients.mail.name,
        said.recipientKinds.processor,
        'Post',
        'Ireland',
        'yes',
        '',
        '2026-03-04',
        'https://post.example',
        `${name('account')} (${email})`,
      ],
      [said.recipients.authority.name, said.recipientKinds.authority, '', '', '', '', '', '', `${name('orders')} (${email})`],
    ])
    const bare = { ...facts, hosting: { name: 'Host', place: 'US', inEea: false } }
    expect(recordOf('en', { ...of, facts: bare })[3].rows[0]?.slice(5, 8)).toEqual([text.transfer.none, '', ''])
  })

  test('lists the measures', () => {
    expect([measures.columns, measures.rows]).toEqual([[{ title: text.measure, legal: true }], [['Locks.'], ['Keys.']]])
  })
})

describe('K36: the processing agreements', () => {
  test('are of who processes for us, and of nobody else', () => {
    const { columns, rows } = agreementsOf('en', facts)
    expect(columns.map(({ title }) => title)).toEqual([
      agreements.processor,
      text.place,
      agreements.for,
      agreements.data,
      text.agreement,
      text.statement,
    ])
    expect(rows).toEqual([
      ['Host', 'United States', text.hosting, text.host, '2 January 2026', 'https://host.example'],
      ['Post', 'Ireland', `${said.recipients.mail.name}: ${name('account')}`, email, '4 March 2026', 'https://post.example'],
    ])
    const controllers = facts.recipients.map((one) => ({ ...one, kind: 'controller' as const }))
    expect(agreementsOf('en', { ...facts, recipients: controllers }).rows).toHaveLength(1)
  })

  test('one that is missing is said to be; with itself nobody needs one; the host that also carries the mail has one', () => {
    const agreed = (hosting: Partial<StatementFacts['hosting']>, company: { name: string; place: string; inEea: boolean }) => {
      const [mail] = facts.recipients
      const { agreement: _, statement: __, ...bare } = facts.hosting
      const recipients = mail ? [{ ...mail, company }] : []
      return agreementsOf('en', { ...facts, hosting: { ...bare, ...hosting }, recipients }).rows.map((row) => row.slice(4))
    }
    const post = { name: 'Post', place: 'IE', inEea: true }
    expect(agreed({}, post)).toEqual([
      ['missing', ''],
      ['missing', ''],
    ])
    expect(agreed({ name: 'Dorpel vzw' }, { ...post, name: 'Dorpel vzw' })).toEqual([
      ['the controller itself', ''],
      ['the controller itself', ''],
    ])
    expect(agreed({ agreement: '2026-01-02' }, { ...post, name: 'Host' })).toEqual([
      ['2 January 2026', ''],
      ['2 January 2026', ''],
    ])
    expect(agreed({ agreement: '2026-01-02' }, post)[1]).toEqual(['missing', ''])
  })
})

describe('G10: the draft of an impact assessment', () => {
  let parts = assessmentOf('en', of)
  beforeEach(() => {
    parts = assessmentOf('en', of)
  })
  const part = (id: string) => parts.find((one) => one.id === id) ?? expect.fail(id)
  const texts = (id: string, blank?: true) => part(id).lines.flatMap((line) => (line.blank === blank ? [line.text] : []))
  const open = `[${assessment.blank}]`

  test('describes what is done, with the sheets of the record', () => {
    expect(texts('description')).toEqual([assessment.purposes(3, 3)])
    expect(texts('description', true)).toEqual([assessment.scale, assessment.context])
    expect(part('description').sheets.map((one) => one.name)).toEqual([text.sheets.data, text.sheets.recipients])
    expect(parts.map(({ title }) => title)).toEqual(Object.values(assessment.parts))
  })

  test('says why each thing is asked, how long it is kept, which rights there are, and what is weighed', () => {
    expect(texts('necessity')).toEqual([
      assessment.why(said.items.email.name, said.items.email.why),
      assessment.why(said.items.firstName.name, said.items.firstName.why),
      assessment.why(said.items.ip.name, said.items.ip.why),
      assessment.longest(keepWords('en', { until: 'accountEnds' }), `${email}, ${firstName} and ${ip}`),
      assessment.rights(`${said.rights.access.name} and ${said.rights.erasure.name}`),
      assessment.interest(name('fraud'), assessment.onObjection.suspends),
    ])
    expect(texts('necessity', true)).toEqual([assessment.balance(name('fraud'))])
    const [screening] = part('necessity').sheets
    expect(screening?.columns.map(({ title }) => title)).toEqual([assessment.criterion, assessment.found])
    const { scoring, automated, monitoring, sensitive, scale, matching } = assessment.criteria
    expect(screening?.rows).toHaveLength(9)
    expect(screening?.rows.slice(0, 6)).toEqual([
      [scoring, 'no'],
      [automated, assessment.automatedFound],
      [monitoring, 'no'],
      [sensitive, assessment.sensitiveFound],
      [scale, `${open} ${assessment.askPeople}`],
      [matching, assessment.matchingFound(0)],
    ])
    for (const row of screening?.rows.slice(6) ?? []) expect(row[1]).toBe(`${open} ${assessment.askPeople}`)
    const controllers = facts.recipients.map((one) => ({ ...one, kind: 'controller' as const }))
    const [, necessity] = assessmentOf('en', { ...of, facts: { ...facts, recipients: controllers } })
    expect(necessity?.sheets[0]?.rows[5]?.[1]).toBe(assessment.matchingFound(2))
  })

  test('knows the risks: what each touches, and what is done against it', () => {
    const { stolenDump, published, host, insider, recipient, lost } = assessment.kinds
    const all = `${email}\n${firstName}\n${ip}`
    const [risks] = part('risks').sheets
    expect(risks?.name).toBe(assessment.parts.risks)
    expect(risks?.columns.map(({ title }) => title)).toEqual([
      assessment.risk,
      assessment.who,
      assessment.touched,
      assessment.against,
      assessment.likelihood,
      assessment.severity,
    ])
    expect(risks?.rows).toEqual([
      [stolenDump.risk, member, ip, stolenDump.against, open, open],
      [published.risk, member, firstName, published.against, open, open],
      [host.risk, member, all, host.against, open, open],
      [insider.risk, member, email, insider.against, open, open],
      [recipient.risk(said.recipients.mail.name), member, `${name('account')} (${email})`, recipient.against, open, open],
      [recipient.risk(said.recipients.authority.name), member, `${name('orders')} (${email})`, recipient.against, open, open],
      [lost.risk, member, all, lost.against(35), open, open],
    ])
  })

  test('says of a recipient for whom it is a risk: whose data it gets', () => {
    const message = held('message.thread', { circle: 'thread' })
    const messages = { chapter: 'messages', items: [{ item: 'message' as const, holdings: [message] }] }
    const more = { ...facts, chapters: [...facts.chapters, messages] }
    const [, , risks] = assessmentOf('en', { ...of, facts: more })
    const everybody = peopleSaid('en', ['email.account', 'message.thread']).join('\n')
    const who = risks?.sheets[0]?.rows.map((row) => row[1])
    expect(who).toEqual([member, member, everybody, everybody, member, member, everybody])
  })

  test('leaves to people what only they can judge, and counts it', () => {
    expect(texts('measures')).toEqual(['Locks.', 'Keys.'])
    expect(part('measures').sheets).toEqual([])
    expect(texts('opinion', true)).toEqual([assessment.officer, assessment.views, assessment.decision, assessment.review])
    // Two in the description, one balance, four opinions; four criteria, and two cells of each of seven risks.
    expect(blanksIn('en', parts)).toBe(2 + 1 + 4 + 4 + 14)
  })

  test('as a text has a heading for each part, marks for what is open, and tables that hold together', () => {
    const lines = assessmentText('en', [
      {
        id: 'risks',
        title: 'Risks',
        lines: [{ text: 'Known' }, { text: 'Asked', blank: true }],
        sheets: [{ name: 'Sheet', columns: [{ title: 'a|b' }, { title: 'c' }], rows: [['1\n2', 'x|y|z']] }],
      },
    ]).split('\n')
    expect(lines).toEqual([
      `# ${assessment.title}`,
      '',
      assessment.lead,
      '',
      assessment.blanks(1),
      '',
      '## Risks',
      '',
      '- Known',
      `- **${open}** Asked`,
      '',
      '### Sheet',
      '',
      '| a\\|b | c |',
      '| --- | --- |',
      '| 1<br>2 | x\\|y\\|z |',
      '',
    ])
  })
})

test('a sheet as CSV has an asterisk after what the law asks for', () => {
  const sheet = { name: 'x', columns: [{ title: 'a' }, { title: 'b', legal: true }], rows: [['1', '2']] }
  expect(sheetCsv(sheet)).toBe('\ufeff"a";"b *"\r\n"1";"2"\r\n')
})

test('sheets as a workbook open in Excel, whatever they are called', async () => {
  const { unzipSync, strFromU8 } = await import('fflate')
  const columns = [{ title: 'a' }, { title: 'b', legal: true }]
  const bytes = await workbook([{ name: 'a/b:c?d*e[f]g\\h and more than thirty-one signs', columns, rows: [['1', '2']] }])
  const files = unzipSync(bytes)
  const read = (path: string) => strFromU8(files[path] ?? new Uint8Array())
  expect(read('xl/workbook.xml')).toContain('name="a b c d e f g h and more than t"')
  expect(
    read('xl/sharedStrings.xml')
      .match(/<t[^>]*>[^<]*/g)
      ?.map((one) => one.replace(/<t[^>]*>/, '')),
  ).toEqual(['a', 'b *', '1', '2'])
  expect(read('xl/styles.xml').match(/FFC00000|C00000/g)?.length).toBe(1)
  expect(read('xl/worksheets/sheet1.xml')).toContain('orientation="landscape"')
  expect(read('xl/worksheets/sheet1.xml')).toContain('ySplit="1"')
})
