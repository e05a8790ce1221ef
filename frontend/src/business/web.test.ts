import { expect, test } from 'vitest'
import { isWebAddress } from './web'

test('a whole address with http or https', () => {
  for (const right of ['https://varme.example', 'http://varme.example:8080/@varme?a=b@c#d', 'https://blåbær.example/å', 'https://varme.example?a@b'])
    expect(isWebAddress(right), right).toBe(true)
  for (const wrong of ['', 'varme.example', 'javascript:alert(1)', 'https://', 'https:///varme.example', 'https://varme.example/a b', 'https://varme.example/\u202ea'])
    expect(isWebAddress(wrong), wrong).toBe(false)
})

test('nothing stands before the host that looks like it', () => {
  for (const wrong of ['https://bank.example@evil.example', 'https://bank.example:x@evil.example/a', 'https://evil.example\\@bank.example'])
    expect(isWebAddress(wrong), wrong).toBe(false)
})
