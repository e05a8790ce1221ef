import { api, call, type components } from '~/api'
import { Link } from '~/app/Link'
import { useLoad } from '~/hooks'

/** The name of a scoring method, leading to how it works. */
export function MethodName({ id }: { id: components['schemas']['Method'] }) {
  const load = useLoad((signal) => call(api.GET('/method', { signal })), [])
  return <Link to="/method">{load.data?.methods.find((method) => method.id === id)?.name ?? id}</Link>
}
