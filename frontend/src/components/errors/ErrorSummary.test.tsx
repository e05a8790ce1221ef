import { afterEach, describe, expect, test, vi } from 'vitest'
import { find, press, render } from '~/testing/render'
import { TextField } from '../field/TextField'
import { RadioGroup } from '../field/Choice'
import { ErrorSummary, type FormError } from './ErrorSummary'

const errors: FormError[] = [
  { field: 'email', message: 'Skriv en e-postadresse' },
  { field: 'role', message: 'Velg en rolle' },
  { field: '', message: 'Tjenesten tok ikke imot' },
]

function Form({ errors: shown, attempt }: { errors: FormError[]; attempt: number }) {
  const error = (field: string) => shown.find((one) => one.field === field)?.message
  return (
    <form>
      <ErrorSummary errors={shown} attempt={attempt} />
      <TextField id="email" label="E-post" error={error('email')} value="" onChange={() => undefined} />
      <RadioGroup id="role" label="Rolle" error={error('role')} options={[{ value: 'a', label: 'A' }]} value={null} onChange={() => undefined} />
    </form>
  )
}

describe('ErrorSummary', () => {
  let clear = () => undefined as void
  afterEach(() => clear())

  test('is not there without errors', async () => {
    const drawn = await render(<Form errors={[]} attempt={0} />)
    clear = drawn.clear
    expect(drawn.root.querySelector('.ds-error-summary')).toBeNull()
    expect(drawn.root.querySelector('[aria-invalid]')).toBeNull()
  })

  test('takes focus, says how many, and repeats the words of the fields', async () => {
    const drawn = await render(<Form errors={[]} attempt={0} />)
    clear = drawn.clear
    await drawn.redraw(<Form errors={errors} attempt={1} />)
    const summary = find(drawn.root, '.ds-error-summary')
    expect(document.activeElement).toBe(summary)
    expect(find(summary, 'h2').textContent).toBe('Det er 3 problemer')
    expect([...summary.querySelectorAll('a')].map((link) => [link.hash, link.textContent])).toEqual([
      ['#email', 'Skriv en e-postadresse'],
      ['#role', 'Velg en rolle'],
    ])
    expect(summary.textContent).toContain('Tjenesten tok ikke imot')
    const input = find(drawn.root, '#email')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(find(drawn.root, `#${input.getAttribute('aria-describedby')}`).textContent).toBe('Feil: Skriv en e-postadresse')
  })

  test('takes focus again at the next try with the same errors', async () => {
    const drawn = await render(<Form errors={errors} attempt={1} />)
    clear = drawn.clear
    find(drawn.root, '#email').focus()
    await drawn.redraw(<Form errors={errors} attempt={1} />)
    expect(document.activeElement?.id).toBe('email')
    await drawn.redraw(<Form errors={errors} attempt={2} />)
    expect(document.activeElement?.className).toBe('ds-error-summary')
  })

  test('each entry leads to its field; a group to its first choice', async () => {
    const drawn = await render(<Form errors={errors} attempt={1} />)
    clear = drawn.clear
    await press(find(drawn.root, 'a[href="#email"]'))
    expect(document.activeElement?.id).toBe('email')
    await press(find(drawn.root, 'a[href="#role"]'))
    expect(document.activeElement?.id).toBe('role-a')
  })

  test('brings the label of a field into sight, and focus into the field', async () => {
    const drawn = await render(<Form errors={errors} attempt={1} />)
    clear = drawn.clear
    const seen = vi.spyOn(Element.prototype, 'scrollIntoView')
    await press(find(drawn.root, '.ds-error-summary a'))
    expect((seen.mock.contexts.at(-1) as Element).tagName).toBe('LABEL')
    expect(document.activeElement?.id).toBe('email')
    seen.mockRestore()
  })

  test('leads to the page where a field stands that is not on this one', async () => {
    const drawn = await render(<ErrorSummary errors={errors} attempt={1} elsewhere={(field) => (field === 'role' ? '/edit?field=role' : undefined)} />)
    clear = drawn.clear
    expect([...drawn.root.querySelectorAll('a')].map((link) => link.getAttribute('href')?.replace(/^\/\w\w\//, '/'))).toEqual(['#email', '/edit?field=role'])
  })
})
