import { expect, test } from 'vitest'
import { testSite } from '../../app/testing'
import { commands } from './commands'

test('the statement and the sweep have their verbs', async () => {
  const site = await testSite()
  const run = async (name: string, ...args: string[]) => {
    const lines: string[] = []
    expect(await commands.find((command) => command.name === name)?.run(site.p, args, (line) => lines.push(line))).toBe(0)
    return lines
  }
  const facts = JSON.parse((await run('statement', 'fr')).join('\n'))
  expect(facts).toMatchObject({
    language: 'fr',
    site: site.p.site.name,
    authority: { name: 'Autorité de protection des données' },
  })
  expect((await run('sweep')).map((line) => line.split(/\s+/))).toContainEqual(['people', '0'])
  await site.close()
})
