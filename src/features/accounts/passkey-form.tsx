import type { Child } from 'hono/jsx'
import type { Platform } from '../../platform/feature'
import { ticketFor } from '../../platform/ticket'
import { Button, Form } from '../../ui'
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from './webauthn'

export const passkeyIsland = 'islands/passkey.ts'

type Asked = { create: PublicKeyCredentialCreationOptionsJSON } | { request: PublicKeyCredentialRequestOptionsJSON }
export type PasskeyFormProps = Asked & {
  p: Platform
  /** What its ticket is for, and whose. */
  use: string
  session: string
  action: string
  submit: string
  failed: string
  hidden?: Record<string, string>
  /** Offers passkeys in the field for the name as well. */
  autofill?: boolean
  children?: Child
}

/** A button for a passkey. The island shows it, asks the browser, and sends what it answers; without JavaScript there is none. */
export const PasskeyForm = ({
  p,
  use,
  session,
  action,
  submit,
  failed,
  hidden,
  autofill,
  children,
  ...asked
}: PasskeyFormProps) => {
  const options = 'create' in asked ? asked.create : asked.request
  return (
    <Form
      action={action}
      hidden={{ ticket: ticketFor(p, use, session, options.challenge), credential: '', ...hidden }}
      data-passkey={'create' in asked ? 'create' : 'request'}
      data-options={JSON.stringify(options)}
      data-failed={failed}
      {...(autofill ? { 'data-autofill': '' } : {})}
    >
      {children}
      <Button variant="secondary" icon="key">
        {submit}
      </Button>
    </Form>
  )
}
