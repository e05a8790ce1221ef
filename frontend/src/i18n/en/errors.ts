import type { Same } from '../dictionary'
import type nb from '../nb/errors'

export default {
  title: 'Something went wrong',
  titlePrefix: 'Error:',
  summary: { one: 'There is a problem', other: 'There are {n} problems' },
  reference: 'Reference if you get in touch: {id}',
  offline: 'You are offline, or the service does not answer. What you typed is kept. Try again when the network is back.',
  unauthenticated: 'You are signed out. Sign in again to go on.',
  denied: 'You do not have access to this with the role you have now.',
  notFound: 'What you are looking for is not here. It may have been moved or withdrawn.',
  stale: 'Someone else changed this after you opened it. Nothing was overwritten. Reload the page to see the change.',
  conflict: 'This cannot be done as things stand now. Reload the page to see what has happened.',
  invalid: 'Something that was sent cannot be used. Look it over and try again.',
  unavailable: 'The service is not available right now. What is saved is safe. Try again in a while.',
  other: 'The fault is ours, not yours. What is saved is safe. Try again, and get in touch if that does not help.',
  deniedTitle: 'No access',
  deniedPage: 'This page is for other roles than the one you have now. If you belong to several organisations, you can choose another at the top of the page.',
  notFoundTitle: 'Page not found',
  notFoundPage: 'The address may be mistyped, or the page may have moved.',
  toFront: 'To the front page',
  toNeeds: 'See published needs',
} satisfies Same<typeof nb>
