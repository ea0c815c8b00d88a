import { defineConfig } from 'vitest/config'
import { ensureCountries } from './scripts/countries.ts'
import { ensurePlaces } from './scripts/places.ts'
import { ensureProofs } from './scripts/proofs.ts'
import { throwAwayInMemory } from './scripts/throwaway.ts'

ensurePlaces()
ensureCountries()
ensureProofs()
throwAwayInMemory()

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // Read as text by the check of contrast; of other stylesheets the tests need nothing.
    css: { include: /base\/tokens\.css/ },
    // scripts/mutants.ts names the few that know the code which it breaks.
    include: process.env.TESTS?.split(' ') ?? ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'dev/**/*.test.ts'],
    globalSetup: ['src/app/testing/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
