import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import type { Platform } from '../../platform/feature'
import { type Errors, errorOf } from '../../platform/forms'
import type { Viewer } from '../../platform/http'
import type { Language } from '../../std/words'
import { Button, Form, TextInput } from '../../ui'
import { QrCode } from './qr'
import { ticketFor } from './ticket'
import { addressOfSecret } from './totp'
import { words } from './words'

export const passkeyIsland = 'islands/passkey.ts'

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

/** A button for a passkey. The island shows it, asks the browser, and sends what it answers; without JavaScript there is none. */
export const PasskeyForm = ({
  p,
  lang,
  viewer,
  to,
  action,
  submit,
  ...asked
}: Of & { action: string; submit: string } & (
    | { create: PublicKeyCredentialCreationOptionsJSON }
    | { request: PublicKeyCredentialRequestOptionsJSON }
  )) => {
  const options = 'create' in asked ? asked.create : asked.request
  const use = 'create' in asked ? 'create' : 'request'
  const text = words(lang).factor
  return (
    <>
      <noscript>
        <p class="soft">{text.noScript}</p>
      </noscript>
      <Form
        action={action}
        hidden={{
          ticket: ticketFor(p, `passkey ${use}`, viewer.sessionId, options.challenge),
          credential: '',
          ...(to ? { to } : {}),
        }}
        data-passkey={use}
        data-options={JSON.stringify(options)}
        data-failed={text.passkeyFailed}
      >
        <Button variant="secondary" icon="key">
          {submit}
        </Button>
      </Form>
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
        {text.secret}: <code class="secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <CodeField lang={lang} errors={errors} />
      <Button>{text.appSubmit}</Button>
    </Form>
  )
}
