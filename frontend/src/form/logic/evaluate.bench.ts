import { bench } from 'vitest'
import { evaluate } from './evaluate'
import { aLargeForm } from './large'

const { form, answers } = aLargeForm()
bench('all conditions of 485 questions', () => {
  evaluate(form, answers)
})
bench('with nothing answered', () => {
  evaluate(form, {})
})
