import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { find, press, render } from '~/testing/render'
import { Link } from './Link'
import { guardLeaving, href, navigate, parseAddress, place, setQuery } from './location'

beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
  navigate('/', { replace: true, language: 'nb' })
})

describe('parseAddress', () => {
  test.each([
    ['/nb/needs', 'nb', '/needs'],
    ['/nn', 'nn', '/'],
    ['/en/', 'en', '/'],
    ['/nb/needs/', 'nb', '/needs'],
    ['/needs/12', 'nb', '/needs/12'],
    ['/nbx/needs', 'nb', '/nbx/needs'],
    ['/', 'nb', '/'],
  ])('%s is %s %s', (pathname, language, path) => {
    localStorage.clear()
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['nb'])
    expect(parseAddress(pathname, '')).toMatchObject({ language, path })
  })
})

test('href keeps the language and the rest of the address', () => {
  expect(href('/needs?goal=6#top', 'nn')).toBe('/nn/needs?goal=6#top')
  expect(href('/', 'en')).toBe('/en')
})

describe('navigate', () => {
  test('a new path is a new visit; a filter is not', () => {
    navigate('/needs')
    const { visit } = place.get()
    setQuery({ goal: '6', region: null })
    expect(place.get()).toMatchObject({ path: '/needs', visit })
    expect(location.search).toBe('?goal=6')
    navigate('/status')
    expect(place.get()).toMatchObject({ path: '/status', visit: visit + 1 })
  })

  test('setQuery keeps the others, takes empty ones away, and knows several values', () => {
    navigate('/needs?q=vann&goal=6')
    setQuery({ q: '', stage: ['open', 'planned'] })
    expect(place.get().query.toString()).toBe('goal=6&stage=open&stage=planned')
  })

  test('setQuery does not fill the history', () => {
    navigate('/needs')
    const before = history.length
    setQuery({ q: 'v' })
    setQuery({ q: 'va' })
    expect(history.length).toBe(before)
  })

  test('a guard can hold a person back from leaving, but not from filtering', () => {
    navigate('/needs')
    const release = guardLeaving(() => false)
    navigate('/status')
    expect(place.get().path).toBe('/needs')
    setQuery({ goal: '3' })
    expect(place.get().query.get('goal')).toBe('3')
    release()
    navigate('/status')
    expect(place.get().path).toBe('/status')
  })

  test('a guard holds a person back from going back, too', () => {
    navigate('/needs?goal=6')
    const release = guardLeaving(() => false)
    history.replaceState({}, '', '/nb/status') // as the browser does before it tells
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
    expect(place.get().path).toBe('/needs')
    expect(location.pathname + location.search).toBe('/nb/needs?goal=6')
    release()
    history.replaceState({}, '', '/nb/status')
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
    expect(place.get().path).toBe('/status')
  })

  test('the language changes and the place stays', () => {
    navigate('/needs?goal=6')
    const { visit } = place.get()
    navigate('/needs?goal=6', { language: 'nn' })
    expect(location.pathname).toBe('/nn/needs')
    expect(place.get()).toMatchObject({ language: 'nn', path: '/needs', visit })
  })
})

describe('Link', () => {
  let clear = () => undefined as void
  afterEach(() => clear())

  test('stays in the app and in the language', async () => {
    navigate('/', { language: 'nn' })
    const drawn = await render(<Link to="/needs">Behov</Link>)
    clear = drawn.clear
    const link = find<HTMLAnchorElement>(drawn.root, 'a')
    expect(link.getAttribute('href')).toBe('/nn/needs')
    await press(link)
    expect(place.get()).toMatchObject({ language: 'nn', path: '/needs' })
  })

  test('leaves a press with Ctrl to the browser', async () => {
    const drawn = await render(<Link to="/needs">Behov</Link>)
    clear = drawn.clear
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true })
    find(drawn.root, 'a').addEventListener('click', (click) => {
      expect(click.defaultPrevented).toBe(false)
      click.preventDefault()
    })
    find(drawn.root, 'a').dispatchEvent(event)
    expect(place.get().path).toBe('/')
  })
})
