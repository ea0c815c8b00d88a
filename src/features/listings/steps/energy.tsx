import { z } from 'zod'
import { choice, errorOf, fieldsOf, line, optional, optionalChoice, typedOf, whole } from '../../../platform/forms'
import { Radios, Select, TextInput } from '../../../ui'
import { exemptions } from '../answers'
import { energyLabels, type ListingContent } from '../content'
import { checkThen, type Step } from './step'
import { words } from './words'

type Energy = Pick<ListingContent, 'energyLabel' | 'epcScore' | 'epcCode' | 'answers'>

const schema = z.object({
  energy: choice(['label', 'exempt', 'unknown']),
  energyLabel: optionalChoice(energyLabels),
  epcScore: optional(whole(-200, 2000)),
  epcCode: optional(line(40)),
  exemption: optionalChoice(exemptions),
})

export const energy: Step<Energy> = {
  name: 'energy',
  fields: Object.keys(schema.shape),
  check: (typed, about) => {
    const { energy: text } = words(about.language)
    return checkThen(schema, typed, about, {}, ({ energy, energyLabel, epcScore, epcCode, exemption }) => {
      if (energy === 'unknown') return { energyLabel: null, epcScore: null, epcCode: null }
      if (energy === 'exempt') {
        if (exemption === undefined) return [{ name: 'exemption', message: text.noExemption }]
        return { energyLabel: 'exempt', epcScore: null, epcCode: null, answers: { exemption } }
      }
      if (energyLabel === undefined) return [{ name: 'energyLabel', message: text.noLabel }]
      if (epcCode !== null && !/^[\w./ -]+$/.test(epcCode)) return [{ name: 'epcCode', message: text.noCode }]
      return { energyLabel, epcScore, epcCode }
    })
  },
  View: ({ typed, errors, language }) => {
    const text = words(language).energy
    const field = fieldsOf(language, typed, errors)
    return (
      <>
        <p class="measure">{text.what}</p>
        <Radios
          lang={language}
          name="energy"
          label={text.question}
          value={typedOf(typed, 'energy') || undefined}
          error={errorOf(errors, 'energy')}
          options={[
            {
              value: 'label',
              text: text.yes,
              more: (
                <div class="flow">
                  <Select
                    {...field('energyLabel')}
                    label={text.energyLabel}
                    options={[{ value: '', text: text.choose }, ...energyLabels.map((label) => ({ value: label, text: label }))]}
                  />
                  <TextInput
                    {...field('epcScore')}
                    label={text.epcScore}
                    suffix="kWh/m²"
                    width={5}
                    inputmode="numeric"
                    optional
                    hint={text.scoreHint}
                  />
                  <TextInput {...field('epcCode')} label={text.epcCode} width={20} optional hint={text.codeHint} />
                </div>
              ),
            },
            {
              value: 'exempt',
              text: text.exempt,
              hint: text.exemptHint,
              more: (
                <Select
                  {...field('exemption')}
                  label={text.exemption}
                  options={[
                    { value: '', text: text.choose },
                    ...exemptions.map((value) => ({ value, text: text.exemptions[value] })),
                  ]}
                />
              ),
            },
            { value: 'unknown', text: text.unknown, hint: text.unknownHint },
          ]}
        />
      </>
    )
  },
  answers: ({ energyLabel, epcScore, epcCode, answers }, { language }) => {
    const text = words(language).energy
    const label = energyLabel === null ? text.unknown : energyLabel === 'exempt' ? text.exempt : energyLabel
    const reason = answers?.exemption && text.exemptions[answers.exemption]
    return [
      { label: text.energyLabel, value: [label, reason, epcScore !== null && `${epcScore} kWh/m²`].filter(Boolean).join(' · ') },
      ...(epcCode ? [{ label: text.epcCode, value: epcCode }] : []),
    ]
  },
  typed: ({ energyLabel, epcScore, epcCode, answers }) => ({
    energy: energyLabel === null ? 'unknown' : energyLabel === 'exempt' ? 'exempt' : 'label',
    energyLabel: energyLabel === null || energyLabel === 'exempt' ? '' : energyLabel,
    epcScore: epcScore === null ? '' : String(epcScore),
    epcCode: epcCode ?? '',
    exemption: answers?.exemption ?? '',
  }),
}
