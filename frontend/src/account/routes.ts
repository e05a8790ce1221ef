import type { Route } from '~/app/routes'
import { organisationKeepers } from './roles'

export const routes: readonly Route[] = [
  { path: '/sign-in', load: () => import('./SignInPage'), access: 'public' },
  { path: '/forgot-password', load: () => import('./ForgotPasswordPage'), access: 'public' },
  { path: '/set-password', load: () => import('./SetPasswordPage'), access: 'public' },
  { path: '/account', load: () => import('./AccountPage'), access: 'signedIn' },
  { path: '/organisation', load: () => import('./organisation/OrganisationPage'), access: organisationKeepers },
]
