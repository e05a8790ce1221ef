import { expect, test } from 'vitest'
import { isOrgNumber, orgNumberDigits } from './orgNumber'

test('nine digits, with or without spaces', () => {
  expect(orgNumberDigits(' 974 760 673 ')).toBe('974760673')
  for (const text of ['', '97476067', '9747606733', '97476067a', 'NO974760673']) expect(orgNumberDigits(text)).toBeNull()
})

test('the weighted sum is a multiple of 11', () => {
  for (const right of ['974760673', '971032146', '889640782', '100001012']) expect(isOrgNumber(right)).toBe(true)
  for (const wrong of ['974760674', '974706673', '000000000', '97476067']) expect(isOrgNumber(wrong)).toBe(false)
})

test('one wrong digit is always found', () => {
  for (let place = 0; place < 9; place++) {
    for (let digit = 0; digit < 10; digit++) {
      const changed = [...'974760673'].map((was, i) => (i === place ? String(digit) : was)).join('')
      expect(isOrgNumber(changed)).toBe(changed === '974760673')
    }
  }
})
