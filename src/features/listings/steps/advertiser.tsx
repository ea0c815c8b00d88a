import { AdvertiserQuestion, advertiserFields, checkAdvertiser } from '../evidence/advertiser'
import type { Step } from './step'

/** Who lets: asked with the first advert, and kept with the account rather than with the advert. */
export const advertiser: Step<object> = {
  name: 'advertiser',
  asked: (_typed, { asksAdvertiser }) => asksAdvertiser,
  fields: advertiserFields,
  check(typed, { language }) {
    const checked = checkAdvertiser(typed, language)
    return checked.ok ? { ok: true, values: {} } : checked
  },
  View: ({ typed, errors, language }) => <AdvertiserQuestion typed={typed} errors={errors} language={language} />,
  answers: () => [],
  typed: () => ({}),
}
