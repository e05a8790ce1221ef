import { describe, expect, test } from 'vitest'
import { matchRoute } from '../routes'
import type { Role } from '../session'
import { currentLink, navigationFor } from './navigation'

const link = (to: string) => ({ to, label: 'common.menu' as const })

describe('currentLink', () => {
  const links = ['/region', '/region/rounds', '/needs'].map(link)
  test.each([
    ['/region', '/region'],
    ['/region/rounds', '/region/rounds'],
    ['/region/rounds/r1/answers', '/region/rounds'],
    ['/regions', undefined],
    ['/needs/12', '/needs'],
    ['/', undefined],
  ])('on %s it is %s', (path, to) => {
    expect(currentLink(path, links)?.to).toBe(to)
  })
})

describe('navigationFor', () => {
  const roles: Role[] = ['respondent', 'approver', 'municipality_admin', 'coordinator', 'council_member', 'supplier', 'verifier', 'admin']
  test.each(roles)('%s is led to pages that exist, each once', (role) => {
    const { own, everyone } = navigationFor([role, role])
    const all = [...own, ...everyone].map(({ to }) => to)
    expect(all.filter((to) => matchRoute(to) === null)).toEqual([])
    expect(new Set(all).size).toBe(all.length)
  })

  test('without a role there is only what is for everyone', () => {
    expect(navigationFor([]).own).toEqual([])
  })
})
