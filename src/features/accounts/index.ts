import { Hono } from 'hono'
import { feature } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { confirmPages } from './confirm'
import { emailChangePages } from './email-change'
import { linkJob, mailLinkPages } from './mail-links'
import { mails, registrationMails } from './mails'
import { myAccountPage } from './my-account'
import { newPasswordPages } from './new-password'
import { passkeysPages } from './passkeys-page'
import { registerPages } from './register'
import { viewer, viewerStill } from './sessions'
import { sessionsPage } from './sessions-page'
import { settingPages } from './settings'
import { signInPages } from './sign-in'
import { credentialOf } from './webauthn'
import { words } from './words'

export { accountsOf, addAccount, correctFirstName, type Person } from './account'
export { endAccountIn } from './ending'
export { RegistrationFields, registrationFields, registrationWords } from './fields'
export { mintLink, personOfLink } from './links'
export { hashPassword } from './passwords'

export { register } from './registration'
export * from './second-factor'
export { browserMark, hashOf, newToken } from './sessions'
export { asksPassword, CurrentPassword, passwordErrors } from './setting'
export { freeUserName } from './user-names'

const pages = [signInPages, mailLinkPages, newPasswordPages, myAccountPage, emailChangePages, sessionsPage, passkeysPages]

export const accounts = feature({
  name: 'accounts',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: (p) => [...pages, ...settingPages(p.site)].reduce((all, some) => all.route('/', some), new Hono<Env>()),
  viewer,
  viewerStill,
  mails,
  indexed: { 'passkeys.credential_key': (credential) => credentialOf(credential).id },
  whileRestricted: [/^\/sign-(?:in|out)(?:\/|$)/, /^\/(?:forgot|new)-password(?:\/|$)/],
  jobs: (p) => [linkJob(p)],
  accountMenu: [(_p, _db, _viewer, language) => ({ label: words(language).account, href: `/${language}/account` })],
})

/** That anybody can make an account. A site without it has accounts of its staff alone. */
export const registration = feature({
  name: 'registration',
  migrations: import.meta.glob<string>('./registration-migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: () => new Hono<Env>().route('/', registerPages).route('/', confirmPages),
  mails: registrationMails,
})
