import { z } from 'zod'
import { errorOf, ticked, typedOf } from '../../../platform/forms'
import { Switch } from '../../../ui'
import type { ListingContent } from '../content'
import { checkThen, type Step } from './step'
import { words } from './words'

type Feeds = Pick<ListingContent, 'inFeed'>

const schema = z.object({ outOfFeeds: ticked() })

export const feeds: Step<Feeds> = {
  name: 'feeds',
  fields: Object.keys(schema.shape),
  check: (typed, about) => checkThen(schema, typed, about, {}, ({ outOfFeeds }) => ({ inFeed: !outOfFeeds })),
  View: ({ typed, errors, language }) => {
    const text = words(language).feeds
    return (
      <>
        <p class="measure">{text.what}</p>
        <Switch
          lang={language}
          name="outOfFeeds"
          label={text.out}
          hint={text.hint}
          on={typedOf(typed, 'outOfFeeds') !== ''}
          error={errorOf(errors, 'outOfFeeds')}
        />
      </>
    )
  },
  answers: ({ inFeed }, { language }) => {
    const text = words(language).feeds
    return [{ label: text.label, value: inFeed ? text.in : text.left }]
  },
  typed: ({ inFeed }) => ({ outOfFeeds: inFeed ? '' : 'on' }),
}
