import type { Child } from 'hono/jsx'

/** Text to read: headings, paragraphs, lists and tables straight under each other. */
export const Prose = ({ children }: { children?: Child }) => <div class="prose flow">{children}</div>
