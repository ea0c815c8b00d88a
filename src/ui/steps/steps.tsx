import type { Language } from '../../std/words'
import { words } from '../words'

export type Step = { title: string; href?: string }

/** Where one is in a row of questions. `current` counts from 0; a step with `href` can be gone back to. */
export const Steps = ({ lang, steps, current }: { lang: Language; steps: readonly Step[]; current: number }) => {
  const { step, stepDone } = words(lang)
  return (
    <nav class="steps" aria-label={step(current + 1, steps.length)}>
      <p class="steps-now">
        {step(current + 1, steps.length)} <span aria-hidden="true">·</span> <strong>{steps[current]?.title}</strong>
      </p>
      <ol class="steps-bar">
        {steps.map(({ title, href }, index) => (
          <li class={index < current ? 'step-done' : undefined} aria-current={index === current ? 'step' : undefined}>
            {index < current && href ? (
              <a class="step-back" href={href}>
                <span class="visually-hidden">{stepDone} </span>
                <span class="step-title">{title}</span>
              </a>
            ) : (
              <span class="step-title">{title}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
