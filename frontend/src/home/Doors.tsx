import { Link } from '~/app/Link'
import { type Role, rolesOf, useSession } from '~/app/session'
import { type PlainKey, t } from '~/i18n'

interface Door {
  title: PlainKey
  text: PlainKey
  /** Who has a room behind it. */
  roles: readonly Role[]
  own: { to: string; label: PlainKey }
  /** For those who haven't signed in. */
  enter: { to: string; label: PlainKey }
  /** For everyone. */
  look: { to: string; label: PlainKey }
}

const doors: readonly Door[] = [
  {
    title: 'home.municipality.title',
    text: 'home.municipality.text',
    roles: ['respondent', 'approver', 'municipality_admin'],
    own: { to: '/municipality', label: 'home.municipality.own' },
    enter: { to: '/municipality', label: 'home.municipality.enter' },
    look: { to: '/indicators', label: 'home.municipality.look' },
  },
  {
    title: 'home.business.title',
    text: 'home.business.text',
    roles: ['supplier'],
    own: { to: '/business', label: 'home.business.own' },
    enter: { to: '/needs', label: 'home.business.enter' },
    look: { to: '/register', label: 'home.business.look' },
  },
  {
    title: 'home.region.title',
    text: 'home.region.text',
    roles: ['coordinator', 'council_member', 'admin'],
    own: { to: '/region', label: 'home.region.own' },
    enter: { to: '/region', label: 'home.region.enter' },
    look: { to: '/status', label: 'home.region.look' },
  },
]

/** Three ways in. Somebody signed in finds their own room; to the others only what everyone may see. */
export function Doors() {
  const session = useSession()
  const roles = rolesOf(session)
  return (
    <nav class="doors" aria-label={t('home.doors')}>
      {doors.map((door) => {
        const own = door.roles.some((role) => roles.includes(role))
        const enter = own ? door.own : session.state === 'signedIn' && door.enter.to !== '/needs' ? null : door.enter
        return (
          <section key={door.title} class={own ? 'door door--own' : 'door'} aria-labelledby={door.title}>
            <h2 class="ds-heading" data-size="sm" id={door.title}>
              {t(door.title)}
            </h2>
            <p>{t(door.text)}</p>
            <p class="door__ways">
              {enter && (
                <Link to={enter.to} look={own ? 'primary' : 'secondary'}>
                  {t(enter.label)}
                </Link>
              )}
              {!(own && door.look.to === '/register') && <Link to={door.look.to}>{t(door.look.label)}</Link>}
            </p>
          </section>
        )
      })}
    </nav>
  )
}
