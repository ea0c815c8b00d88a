import { describe, expect, test } from 'vitest'
import { MailRefused, refusalOf } from './transport'

const said = (about: object) => refusalOf(Object.assign(new Error('550 an@buren.example unknown'), about))

describe('what a mail server says', () => {
  test.each([550, 551, 553])('%d to the name of a mailbox is for good', (responseCode) => {
    expect(said({ code: 'EENVELOPE', command: 'RCPT TO', responseCode })).toMatchObject({ code: 'EENVELOPE', forGood: true })
  })

  test.each([
    { command: 'RCPT TO', responseCode: 552 },
    { command: 'RCPT TO', responseCode: 450 },
    { command: 'RCPT TO', responseCode: 554 },
    { command: 'RCPT TO', responseCode: '550' },
    { command: 'MAIL FROM', responseCode: 550 },
    { command: 'DATA', responseCode: 550 },
    { responseCode: 550 },
    { command: 'RCPT TO' },
  ])('all else may pass: %j', (about) => {
    expect(said({ code: 'EENVELOPE', ...about }).forGood).toBe(false)
  })

  test('its words, which may have the address in them, are left behind', () => {
    const refusal = said({ command: 'RCPT TO', responseCode: 550, response: '550 an@buren.example unknown' })
    expect(refusal).toBeInstanceOf(MailRefused)
    expect(`${refusal.message} ${refusal.stack} ${JSON.stringify(refusal)} ${String(refusal.cause)}`).not.toContain('buren')
    expect(refusal.code).toBe('unknown')
    for (const odd of ['an@buren.example', undefined, null, 7])
      expect(refusalOf(odd)).toMatchObject({ code: 'unknown', forGood: false })
  })
})
