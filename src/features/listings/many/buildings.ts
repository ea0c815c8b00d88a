import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Db } from '../../../platform/db'
import type { Platform } from '../../../platform/feature'
import { missing } from '../../../platform/http'
import { mustStay } from '../../../platform/people'
import { addBuilding, buildingRows, renameBuilding } from './queries'

export type Building = { id: string; name: string }

/** One's own buildings, the first made first. */
export async function buildingsOf(p: Platform, db: Db, person: string): Promise<Building[]> {
  const [rows, keys] = await Promise.all([buildingRows(db, person), p.vault.keys(db, [person])])
  return rows.map((row) => ({ id: row.id, name: keys.bind('buildings', row).name.open('publishing') }))
}

/** One's own building. Throws a refusal (404) when it is another's, or not there. */
export async function ownBuilding(p: Platform, db: Db, person: string, id: string): Promise<Building> {
  const building = z.uuid().safeParse(id).success ? (await buildingsOf(p, db, person)).find((one) => one.id === id) : undefined
  if (!building) throw missing()
  return building
}

const sealedName = async (p: Platform, db: Db, person: string, id: string, name: string) =>
  (await p.vault.keysToSeal(db, person, ['service'])).seal('buildings', { id, person_id: person }, { name })

/** Makes a building in the transaction of `db`; answers its id. */
export async function newBuilding(p: Platform, db: Db, person: string, name: string): Promise<string> {
  await mustStay(db, person)
  const id = randomUUID()
  await addBuilding(db, { id, person_id: person, created_at: p.clock.now(), ...(await sealedName(p, db, person, id, name)) })
  return id
}

export const nameBuilding = (p: Platform, person: string, id: string, name: string): Promise<void> =>
  p.db.transaction().execute(async (trx) => {
    await ownBuilding(p, trx, person, id)
    await renameBuilding(trx, id, await sealedName(p, trx, person, id, name))
  })
