import type { components } from '~/api'
import type { Role } from '~/app/session'
import { t } from '~/i18n'

export type OrganisationKind = components['schemas']['OrganisationKind']

/** The roles that see and change the organisation page. */
export const organisationKeepers: readonly Role[] = ['municipality_admin', 'supplier', 'coordinator', 'admin']

const rolesOfKind: Partial<Record<OrganisationKind, readonly Role[]>> = {
  municipality: ['respondent', 'approver', 'municipality_admin'],
  regional_council: ['coordinator', 'council_member'],
  business: ['supplier'],
  association: ['verifier'],
  agency: ['verifier', 'admin'],
}

/** The roles that a kind of organisation can give. */
export function rolesFor(kind: OrganisationKind): readonly Role[] {
  return rolesOfKind[kind] ?? []
}

/** Tells a role that is in use now from one that an earlier version knew. */
export const isRole = (word: string): word is Role => word === 'helper' || Object.values(rolesOfKind).some((roles) => (roles as readonly string[]).includes(word))

export function roleName(role: Role): string {
  return t(`account.role.${role}`)
}

/** The page that somebody with these roles begins at. */
export function homeOf(roles: readonly Role[]): string {
  if (roles.some((role) => role === 'respondent' || role === 'approver' || role === 'municipality_admin')) return '/municipality'
  if (roles.some((role) => role === 'coordinator' || role === 'council_member' || role === 'admin')) return '/region'
  if (roles.includes('supplier')) return '/business'
  if (roles.includes('verifier')) return '/review'
  return '/'
}
