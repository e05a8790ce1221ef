import type { Route } from '~/app/routes'
import { organisationKeepers } from './roles'

export const routes: readonly Route[] = [
  { path: '/sign-in', load: () => import('./SignInPage'), access: 'public' },
  { path: '/forgot-password', load: () => import('./ForgotPasswordPage'), access: 'public' },
  { path: '/set-password', load: () => import('./SetPasswordPage'), access: 'public' },
  { path: '/account', load: () => import('./AccountPage'), access: 'signedIn' },
  { path: '/account/data', load: () => import('./personal/DataPage'), access: 'signedIn' },
  { path: '/account/erased', load: () => import('./personal/ErasedPage'), access: 'public' },
  { path: '/organisation', load: () => import('./organisation/OrganisationPage'), access: organisationKeepers },
]
