import type { Child } from 'hono/jsx'

/** One state of a component. The examples are the fixtures of the tests, what axe looks at, and the style guide. */
export type Example = { name: string; node: Child }
