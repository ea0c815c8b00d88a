import type { Example } from '../example'
import { sections } from './sections'

const slug = (name: string) => `ui-${name.toLowerCase().replace(/\W+/g, '-')}`

const Section = ({ name, examples }: { name: string; examples: readonly Example[] }) => (
  <section class="guide-section" id={slug(name)} aria-labelledby={`${slug(name)}-title`}>
    <h2 id={`${slug(name)}-title`}>{name}</h2>
    {examples.map((example) => (
      <div class="guide-example">
        <p class="soft small">{example.name}</p>
        {example.node}
      </div>
    ))}
  </section>
)

/** Every component in every state it has an example of; goes inside a `Layout`. */
export const StyleGuide = ({ title = 'Style guide' }: { title?: string }) => (
  <div class="guide">
    <h1>{title}</h1>
    <ul class="guide-index" aria-label={title}>
      {sections.map(({ name }) => (
        <li>
          <a href={`#${slug(name)}`}>{name}</a>
        </li>
      ))}
    </ul>
    {sections.map((section) => (
      <Section {...section} />
    ))}
  </div>
)
