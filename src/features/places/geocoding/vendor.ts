import type { z } from 'zod'
import type { Point } from '../../../std/geo'
import { metresOf } from '../distance'
import { fold, isNear } from '../fold'
import type { Address, Fix, Source, Trouble } from './geocoder'

/** The door through which a vendor is asked: `fetch` itself or what the platform puts before it. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>

export type Access = { readonly fetch: Fetch; readonly base?: string; readonly milliseconds?: number }

type Got<T> = { ok: true; body: T } | { ok: false; trouble: Trouble }

const troubleOf = (status: number): Trouble => (status === 429 ? 'busy' : status >= 500 ? 'down' : 'garbled')

/** `fetch` fails with a TypeError, a time limit with a TimeoutError; anything else (a refusal of the door, a bug) is not the vendor's. */
function troubleIn(error: unknown): Trouble {
  if (error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError')) return 'slow'
  if (error instanceof TypeError) return 'down'
  throw error
}

/** Asks for JSON of a shape, within a time limit that covers the body too. Redirects are refused: the address must not travel on. */
export async function get<T>({ fetch, milliseconds = 4000 }: Access, url: URL, shape: z.ZodType<T>): Promise<Got<T>> {
  let text: string
  try {
    const signal = AbortSignal.timeout(milliseconds)
    const response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } })
    if (!response.ok) {
      await response.body?.cancel()
      return { ok: false, trouble: troubleOf(response.status) }
    }
    text = await response.text()
  } catch (error) {
    return { ok: false, trouble: troubleIn(error) }
  }
  try {
    const parsed = shape.safeParse(JSON.parse(text))
    return parsed.success ? { ok: true, body: parsed.data } : { ok: false, trouble: 'garbled' }
  } catch {
    return { ok: false, trouble: 'garbled' } // a page of HTML where JSON was asked
  }
}

export type Hit = {
  readonly point: Point
  readonly streets: readonly (string | null | undefined)[]
  readonly houseNumber?: string | null
  readonly postcode?: string | null
}

const leading = (text: string) => /\d+/.exec(text)?.[0]

/** "Bondgenotenlaan" and "Bondgenotenln." are one street; a vendor's own idea of another street is not. */
function sameStreet(asked: string, known: Hit['streets']) {
  const typed = fold(asked)
  return known.some((name) => name && (fold(name) === typed || (typed.length > 6 && isNear(fold(name), typed, 2))))
}

/**
 * What a vendor's hits say of the address: the house if street and number agree, else the street; null if neither, as the middle of a postcode
 * or a town is known here already. A hit with another postcode is another street of the same name.
 */
export function judge(hits: readonly Hit[], address: Address, source: Source): Fix | null {
  const digits = leading(address.postcode)
  const inStreet = hits.filter(
    (hit) => (!hit.postcode || !digits || leading(hit.postcode) === digits) && sameStreet(address.street, hit.streets),
  )
  const number = leading(address.houseNumber ?? '')
  const house = number && inStreet.find((hit) => leading(hit.houseNumber ?? '') === number)
  if (house) return { point: house.point, accuracy: 'address', metres: metresOf.address, source }
  const [street] = inStreet
  return street ? { point: street.point, accuracy: 'street', metres: metresOf.street, source } : null
}
