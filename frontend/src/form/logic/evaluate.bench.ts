import { bench } from 'vitest'
import { evaluate } from './evaluate'
import { aLargeForm } from './large'

const at = { now: '2026-11-23T14:02:00' }
const { form, answers } = aLargeForm()
bench('all conditions of 485 questions', () => {
  evaluate(form, answers, at)
})
bench('with nothing answered', () => {
  evaluate(form, {}, at)
})
