// Runs the tests of a file as Vitest does, then again with each mutant that they come by, in the same process. What a module works out when it is loaded takes
// a run of its own: `always`.
import { appendFileSync } from 'node:fs'
import { inject, type RunnerTask, type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite, TestRunner } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The mutants to try, by number, and the file that gets the answers, a line for each. */
    mutants: { ids: readonly string[]; answers: string; always?: string }
  }
}
/** `seen`: the test that failed with a mutant, null when none did. `mutant` is null for a test that fails without any. `loading`: it was met before any test. */
export type Answer = { mutant: string | null; file: string; seen: string | null; loading?: true }

/** What the code of Stryker's instrumenter looks at. */
const there: {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> }
} = {}
Reflect.set(globalThis, '__stryker__', there)

/** A mutant with which nothing comes to an end is seen after so many times what the code does by itself. */
const patience = 100

const testsIn = (tasks: readonly RunnerTask[]): RunnerTestCase[] =>
  tasks.flatMap((task) => (task.type === 'suite' ? testsIn(task.tasks) : [task]))
const messageOf = (error: unknown) => (error instanceof Error ? error.message.slice(0, 200) : String(error))
/** What a mutant left behind may not close. */
const quietly = async (act: () => unknown) => {
  try {
    await act()
  } catch {}
}
const call = (of: unknown, ...given: unknown[]): unknown =>
  typeof of === 'function' ? Reflect.apply(of, undefined, given) : undefined

/** `shared`: a suite around made something for all its tests. */
type Trial = {
  mutant: string | undefined
  comesBy(task: RunnerTask): boolean
  timeOf(task: RunnerTask): number
  shared?: boolean
}

async function tryTest(
  test: RunnerTestCase,
  suites: readonly RunnerTestSuite[],
  mutant: string | undefined,
): Promise<string | null> {
  const ends: unknown[] = []
  try {
    there.activeMutant = mutant
    for (const suite of suites)
      for (const hook of TestRunner.getSuiteHooks(suite).beforeEach) ends.push(await call(hook, test.context, suite))
    await TestRunner.getTestFn(test)()
    return null
  } catch (error) {
    return `${test.name}: ${messageOf(error)}`
  } finally {
    there.activeMutant = undefined
    for (const suite of suites.toReversed())
      for (const hook of TestRunner.getSuiteHooks(suite).afterEach.toReversed())
        await quietly(() => call(hook, test.context, suite))
    for (const end of ends) await quietly(() => call(end))
  }
}

/** The test of a suite that fails with a mutant, null when none does. */
async function trySuite(suite: RunnerTestSuite, above: readonly RunnerTestSuite[], trial: Trial): Promise<string | null> {
  const { beforeAll, afterAll } = TestRunner.getSuiteHooks(suite)
  const suites = [...above, suite]
  const concerned = (task: RunnerTask): boolean => trial.comesBy(task) || (task.type === 'suite' && task.tasks.some(concerned))
  // Tests that share what a hook made may lean on those before; of others the quickest comes first.
  const shared = trial.shared || beforeAll.length > 0
  const all = suite.tasks.filter((task) => task.mode === 'run')
  const inOrder = shared
    ? all.slice(0, all.findLastIndex(concerned) + 1)
    : all.filter(concerned).toSorted((a, b) => trial.timeOf(a) - trial.timeOf(b))
  const ends: unknown[] = []
  try {
    there.activeMutant = trial.mutant
    for (const hook of beforeAll) ends.push(await call(hook, suite))
    for (const task of inOrder) {
      const within = shared && task !== inOrder.at(-1) ? { ...trial, shared, comesBy: () => true } : { ...trial, shared }
      const seen = task.type === 'suite' ? await trySuite(task, suites, within) : await tryTest(task, suites, trial.mutant)
      if (seen !== null) return seen
    }
    return null
  } catch (error) {
    return `${suite.name}: ${messageOf(error)}`
  } finally {
    there.activeMutant = undefined
    for (const hook of afterAll.toReversed()) await quietly(() => call(hook, suite))
    for (const end of ends) await quietly(() => call(end))
  }
}

export default class MutantRunner extends TestRunner {
  override importFile(filepath: string, source: 'collect' | 'setup') {
    there.currentTestId = undefined
    there.activeMutant = inject('mutants').always
    return super.importFile(filepath, source)
  }

  override async onBeforeRunSuite(suite: RunnerTestSuite) {
    there.currentTestId = `hooks of ${suite.file.id}`
    await super.onBeforeRunSuite(suite)
  }

  override async onBeforeRunTask(test: RunnerTestCase) {
    there.currentTestId = test.id
    await super.onBeforeRunTask(test)
  }

  override onAfterRunTask(test: RunnerTestCase) {
    there.currentTestId = `hooks of ${test.file.id}`
    super.onAfterRunTask(test)
  }

  override onAfterRunFiles = async (files: RunnerTestFile[]) => {
    const { ids, answers, always } = inject('mutants')
    const say = (answer: Answer) => appendFileSync(answers, `${JSON.stringify(answer)}\n`)
    for (const file of files) {
      const failed = testsIn(file.tasks).find(({ result }) => result?.state === 'fail')?.name
      if (always !== undefined) {
        say({ mutant: always, file: file.name, seen: failed ?? (file.result?.state === 'fail' ? 'it does not load' : null) })
        continue
      }
      const times = new Map(testsIn(file.tasks).map((test) => [test.id, test.result?.duration ?? 0]))
      const timeOf = (task: RunnerTask): number => times.get(task.id) ?? 0
      const met = structuredClone(there.mutantCoverage?.perTest ?? {})
      // What fails without a mutant, or when it is run again, would see them all.
      const control = failed ?? (await trySuite(file, [], { mutant: undefined, comesBy: () => true, timeOf }))
      if (control !== null || file.result?.state === 'fail') {
        say({ mutant: null, file: file.name, seen: control ?? 'it does not load' })
        continue
      }
      for (const id of ids) {
        const hits = Object.values(met).reduce((sum, one) => sum + (one[id] ?? 0), 0)
        if (hits === 0) {
          if (there.mutantCoverage?.static[id]) say({ mutant: id, file: file.name, seen: null, loading: true })
          continue
        }
        there.hitCount = 0
        there.hitLimit = patience * hits
        const inHooks = met[`hooks of ${file.id}`]?.[id] !== undefined
        const comesBy = (task: RunnerTask) => inHooks || met[task.id]?.[id] !== undefined
        say({ mutant: id, file: file.name, seen: await trySuite(file, [], { mutant: id, comesBy, timeOf }) })
        there.hitCount = undefined
      }
    }
  }
}
