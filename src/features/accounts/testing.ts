// For the tests of this feature and of later ones: somebody with a confirmed account, signed in.
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { TestSite, Visitor } from '../../app/testing'
import type { Language } from '../../std/words'
import { addAccount } from './account'
import { hashPassword } from './passwords'
import { insertSession } from './queries/sessions'
import { hashOf, newToken } from './sessions'

export type SignedUp = { visitor: Visitor; personId: string; email: string; userName: string; password: string }

/** Makes an account and signs it in, in a browser of its own on a network of its own. The session stays while the clock of the test passes. */
export async function signedUp(
  site: TestSite,
  given: { firstName: string; email?: string; userName?: string; password?: string; language?: Language },
): Promise<SignedUp> {
  const { p } = site
  const some = randomBytes(4).toString('hex')
  const plain = given.firstName.toLowerCase().replace(/[^a-z]/g, '') || 'someone'
  const email = given.email ?? `${plain}.${some}@example.org`
  const userName = given.userName ?? `${plain}-${some}`
  const password = given.password ?? `trap met ${some} treden`
  const token = newToken()
  const passwordHash = await hashPassword(password)
  const personId = await p.db.transaction().execute(async (trx) => {
    const { id, keys } = await p.vault.newPerson(trx, ['service'])
    await addAccount(p, trx, id, keys, {
      firstName: given.firstName,
      email,
      userName,
      passwordHash,
      language: given.language ?? 'nl',
    })
    await insertSession(trx, {
      id: randomUUID(),
      person_id: id,
      token_hash: hashOf(token),
      stay: true,
      by_link: false,
      created_at: p.clock.now(),
    })
    return id
  })
  const visitor = site.visitor(`198.51.${randomInt(100, 200)}.${randomInt(1, 255)}`)
  visitor.cookies.set('stay', token)
  return { visitor, personId, email, userName, password }
}
