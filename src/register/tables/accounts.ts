import type { Language } from '../../std/words'
import {
  blindIndex,
  boolean,
  bytes,
  date,
  integer,
  json,
  moment,
  nullable,
  sealed,
  sealedOrNull,
  table,
  technical,
  textOf,
  unsealed,
  uuid,
} from '../language'

/** Which mails an account wants beside those it cannot do without. */
export type Notifications = { messages: boolean; alerts: boolean }
export type LinkKind = 'confirm' | 'signIn' | 'reset' | 'changeEmail' | 'staff' | 'adverts' | 'school'
export type Role = 'owner' | 'moderator' | 'officer'

export const accountsTables = {
  /** Who registered and has not yet confirmed the address. */
  registrations: table({
    feature: 'registration',
    subject: 'person_id',
    clock: 'created_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      first_name: sealed('firstName.pending'),
      email: sealed('email.pending'),
      email_key: blindIndex('email.pending', 'email'),
      user_name: sealed('userName.pending'),
      user_name_key: blindIndex('userName.pending', 'user_name'),
      password: sealed('password.pending'),
      language: unsealed('language.pending', textOf<Language>()),
      /** Hash of a mark in the browser that registered: on another device the link asks to choose a password. */
      browser_hash: technical(bytes),
      created_at: unsealed('activity.pending', moment),
    },
  }),
  accounts: table({
    feature: 'accounts',
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      first_name: sealed('firstName.account'),
      email: sealed('email.account'),
      email_key: blindIndex('email.account', 'email'),
      user_name: sealed('userName.account'),
      user_name_key: blindIndex('userName.account', 'user_name'),
      /** argon2id, sealed as well. */
      password: sealedOrNull('password.account'),
      language: unsealed('language.account', textOf<Language>()),
      notifications: unsealed('notifications.account', json<Notifications>()),
      created_at: unsealed('activity.account', moment),
      /** A day, not a moment: enough to know that an account sleeps. */
      last_seen_on: unsealed('activity.account', date),
      warned_on: unsealed('activity.account', nullable(date)),
    },
  }),
  email_changes: table({
    feature: 'accounts',
    subject: 'person_id',
    clock: 'created_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      email: sealed('email.change'),
      email_key: blindIndex('email.change', 'email'),
      created_at: unsealed('email.change', moment),
    },
  }),
  /** Links in mails, each for one use. */
  links: table({
    feature: 'accounts',
    trace: true,
    subject: 'person_id',
    clock: 'created_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      kind: unsealed('link.mail', textOf<LinkKind>()),
      token_hash: technical(bytes),
      created_at: unsealed('link.mail', moment),
      expires_at: technical(moment),
      used_at: unsealed('link.mail', nullable(moment)),
    },
  }),
  sessions: table({
    feature: 'accounts',
    subject: 'person_id',
    clock: 'last_used_at',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      token_hash: technical(bytes),
      /** Ends with the browser, or stays (cookies `session` and `stay`). */
      stay: unsealed('session.account', boolean),
      /** Signed in through a link in a mail: the mailbox was proved, so the password need not be. */
      by_link: unsealed('session.account', boolean),
      created_at: unsealed('session.account', moment),
      last_used_at: unsealed('session.account', moment),
      /** The desk asks a second factor; this says when it was given. */
      second_factor_at: unsealed('session.account', nullable(moment)),
    },
  }),
  /** One row per person: the address of the last sign-in alone (K6). */
  last_sign_ins: table({
    feature: 'accounts',
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      ip: sealed('ip.lastSession'),
      at: unsealed('ip.lastSession', moment),
    },
  }),
  staff: table({
    feature: 'accounts',
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      role: unsealed('role.staff', textOf<Role>()),
      /** What colleagues know them by. */
      name: sealed('role.staff'),
      totp: sealedOrNull('secondFactor.staff'),
      /** The last time step used, so that a code works once. */
      totp_step: technical(nullable(integer)),
      created_at: unsealed('role.staff', moment),
    },
  }),
  /** With which somebody signs in, instead of a password. */
  passkeys: table({
    feature: 'accounts',
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      /** The credential's id, public key and counter, as WebAuthn gives them, in one sealed value. */
      credential: sealed('passkey.account'),
      credential_key: blindIndex('passkey.account', 'credential'),
      /** What its owner calls it: the name of a device. */
      label: sealed('passkey.account'),
      created_at: unsealed('passkey.account', moment),
    },
  }),
  /** A second factor of staff, beside the app of `staff.totp`. */
  staff_passkeys: table({
    feature: 'accounts',
    subject: 'person_id',
    columns: {
      id: technical(uuid),
      person_id: technical(uuid),
      credential: sealed('secondFactor.staff'),
      credential_key: blindIndex('secondFactor.staff', 'credential'),
      created_at: unsealed('secondFactor.staff', moment),
    },
  }),
}
