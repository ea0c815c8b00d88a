import type { Child } from 'hono/jsx'
import { Drawing } from '../drawing/drawing'

/** The opening of the home page: what it is, and the first thing to do, above a street of houses. */
export const Hero = ({ title, lead, children }: { title: string; lead?: string; children?: Child }) => (
  <section class="hero">
    <div class="hero-text">
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      {children && <div class="hero-act">{children}</div>}
    </div>
    <Drawing name="street" />
  </section>
)
