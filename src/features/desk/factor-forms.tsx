import type { Platform } from '../../platform/feature'
import { type Errors, errorOf } from '../../platform/forms'
import type { Viewer } from '../../platform/http'
import { ticketFor } from '../../platform/ticket'
import type { Language } from '../../std/words'
import { labelled } from '../../std/written'
import { Button, Form, TextInput } from '../../ui'
import {
  PasskeyForm,
  type PasskeyFormProps,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '../accounts'
import { QrCode } from './qr'
import { addressOfSecret } from './totp'
import { words } from './words'

type Of = { p: Platform; lang: Language; viewer: Viewer; to?: string }

export const CodeField = ({ lang, errors, id }: { lang: Language; errors?: Errors; id?: string }) => (
  <TextInput
    lang={lang}
    name="code"
    id={id}
    {...words(lang).factor.code}
    error={errorOf(errors, 'code')}
    inputmode="numeric"
    autocomplete="one-time-code"
    width={10}
  />
)

type Asked = Pick<PasskeyFormProps, 'action' | 'submit'> &
  ({ create: PublicKeyCredentialCreationOptionsJSON } | { request: PublicKeyCredentialRequestOptionsJSON })

/** A button for a passkey as a second factor, which says when there can be none. */
export const FactorPasskeyForm = ({ p, lang, viewer, to, ...asked }: Of & Asked) => {
  const text = words(lang).factor
  return (
    <>
      <noscript>
        <p class="soft">{text.noScript}</p>
      </noscript>
      <PasskeyForm
        p={p}
        use={'create' in asked ? 'passkey create' : 'passkey request'}
        session={viewer.sessionId}
        failed={text.passkeyFailed}
        hidden={to ? { to } : {}}
        {...asked}
      />
    </>
  )
}

/** The secret of a code app, as a QR code and as text, and the field that proves that the app has it. */
export const AppForm = ({
  p,
  lang,
  viewer,
  to,
  secret,
  name,
  errors,
}: Of & { secret: string; name: string; errors?: Errors }) => {
  const text = words(lang).factor
  return (
    <Form
      action={`/${lang}/desk/second-factor/app`}
      hidden={{ ticket: ticketFor(p, 'app', viewer.sessionId, secret), ...(to ? { to } : {}) }}
    >
      <p>{text.appLead}</p>
      <QrCode text={addressOfSecret(p, secret, name)} label={text.qr} />
      <p>
        {labelled(text.secret, lang)} <code class="secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <CodeField lang={lang} errors={errors} />
      <Button>{text.appSubmit}</Button>
    </Form>
  )
}
