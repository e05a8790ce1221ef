import { describe, expect, test } from 'vitest'
import { matchRoute, type Route, routes } from './routes'

const load = () => Promise.reject(new Error('not fetched here'))
const table: Route[] = ['/', '/needs', '/needs/:id', '/needs/new', '/municipality/rounds/:id/goals/:n'].map((path) => ({ path, load, access: 'public' }))

describe('matchRoute', () => {
  test.each([
    ['/', '/', {}],
    ['/needs', '/needs', {}],
    ['/needs/12', '/needs/:id', { id: '12' }],
    ['/needs/new', '/needs/new', {}],
    ['/needs/a%20b', '/needs/:id', { id: 'a b' }],
    ['/municipality/rounds/r1/goals/6', '/municipality/rounds/:id/goals/:n', { id: 'r1', n: '6' }],
  ])('%s', (path, pattern, params) => {
    expect(matchRoute(path, table)).toMatchObject({ route: { path: pattern }, params })
  })

  test.each(['/nowhere', '/needs/12/more', '/needs/%E0%A4%A'])('%s leads nowhere', (path) => {
    expect(matchRoute(path, table)).toBeNull()
  })
})

test('no two routes have the same shape', () => {
  const shapes = routes.map(({ path }) => path.replace(/:\w+/g, ':'))
  expect(shapes.filter((shape, i) => shapes.indexOf(shape) !== i)).toEqual([])
})

test('every path begins with a slash and none ends with one', () => {
  expect(routes.filter(({ path }) => !/^\/(\S*[^/])?$/.test(path))).toEqual([])
})
