/**
 * Reads the token of a mailed link from behind the "#", and takes it out of the
 * address at once: it must reach neither the history, a server nor a log.
 */
export function takeToken(): string {
  const hash = location.hash.replace(/^#/, '')
  if (hash === '') return ''
  history.replaceState(history.state, '', location.pathname + location.search)
  return new URLSearchParams(hash).get('token') ?? (hash.includes('=') ? '' : decodeURIComponent(hash))
}
