import { useState } from 'preact/hooks'
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { loadLanguage } from '~/i18n'
import { find, press, render, type as typeInto } from '~/testing/render'
import { CheckboxGroup, RadioGroup } from './Choice'
import { NumberField } from './NumberField'
import { Select } from './Select'

let clear = () => undefined as void
afterEach(() => clear())

describe('NumberField', () => {
  async function field(value: number | null) {
    const onChange = vi.fn<(value: number | null) => void>()
    const draw = (shown: number | null) => <NumberField id="n" label="Energi" unit="kWh" value={shown} onChange={onChange} />
    const drawn = await render(draw(value))
    clear = drawn.clear
    return { onChange, input: find<HTMLInputElement>(drawn.root, 'input'), show: (next: number | null) => drawn.redraw(draw(next)) }
  }

  test('shows the locale and hands numbers over', async () => {
    const { input, onChange } = await field(1234.5)
    expect(input.value).toBe('1234,5')
    await typeInto(input, '1 500,25')
    expect(onChange).toHaveBeenLastCalledWith(1500.25)
    await typeInto(input, '')
    expect(onChange).toHaveBeenLastCalledWith(null)
    await typeInto(input, 'mye')
    expect(onChange.mock.lastCall?.[0]).toBeNaN()
  })

  test('keeps what is being typed, and tidies it when left', async () => {
    const { input, show } = await field(null)
    await typeInto(input, '1.5')
    await show(1.5)
    expect(input.value).toBe('1.5')
    await act(async () => {
      input.dispatchEvent(new FocusEvent('blur'))
    })
    expect(input.value).toBe('1,5')
  })

  test('leaves what it cannot read as it was typed', async () => {
    const { input } = await field(null)
    await typeInto(input, 'ca. 12')
    await act(async () => {
      input.dispatchEvent(new FocusEvent('blur'))
    })
    expect(input.value).toBe('ca. 12')
  })

  test('says how it read it, and puts in what was meant', async () => {
    await loadLanguage('nb')
    const onChange = vi.fn()
    function Kept() {
      const [value, setValue] = useState<number | null>(null)
      return (
        <NumberField
          id="n"
          label="Energi"
          value={value}
          onChange={(next) => {
            onChange(next)
            setValue(next)
          }}
        />
      )
    }
    const drawn = await render(<Kept />)
    clear = drawn.clear
    const input = find<HTMLInputElement>(drawn.root, 'input')
    await typeInto(input, '1.234')
    await act(async () => {
      input.dispatchEvent(new FocusEvent('blur'))
    })
    expect(find(drawn.root, '[role=status]').textContent).toBe('Lest som 1,234. Jeg mente 1\u00a0234')
    await press(find(drawn.root, '[role=status] button'))
    expect(onChange).toHaveBeenLastCalledWith(1234)
    expect(input.value).toBe('1234')
    expect(drawn.root.querySelector('[role=status]')).toBeNull()
  })

  test('follows a value that comes from outside', async () => {
    const { input, show } = await field(1)
    await show(2)
    expect(input.value).toBe('2')
  })

  test('names its unit to a screen reader', async () => {
    const { input } = await field(1)
    expect(input.getAttribute('aria-describedby')).toBe('n-unit')
    expect(input.inputMode).toBe('decimal')
  })
})

test('RadioGroup hands over the choice and says when the group is left', async () => {
  const onBlur = vi.fn()
  function Group() {
    const [value, setValue] = useState<'yes' | 'no' | null>(null)
    const options = [
      { value: 'yes' as const, label: 'Ja' },
      { value: 'no' as const, label: 'Nei', help: 'Også delvis' },
    ]
    return <RadioGroup id="r" label="Har dere en plan?" help="Vedtatt" options={options} value={value} onChange={setValue} onBlur={onBlur} />
  }
  const drawn = await render(<Group />)
  clear = drawn.clear
  expect(find(drawn.root, 'legend').textContent).toBe('Har dere en plan?')
  expect(find(drawn.root, 'fieldset').getAttribute('aria-describedby')).toBe('r-help')
  await press(find(drawn.root, '#r-no'))
  expect(find<HTMLInputElement>(drawn.root, '#r-no').checked).toBe(true)
  const leave = (to: Element | null) => find(drawn.root, '#r-no').dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: to }))
  leave(find(drawn.root, '#r-yes'))
  expect(onBlur).not.toHaveBeenCalled()
  leave(document.body)
  expect(onBlur).toHaveBeenCalledOnce()
})

test('CheckboxGroup adds and takes away', async () => {
  const onChange = vi.fn()
  const options = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ]
  const drawn = await render(<CheckboxGroup id="c" label="Mål" options={options} value={['a']} onChange={onChange} />)
  clear = drawn.clear
  await press(find(drawn.root, '#c-b'))
  expect(onChange).toHaveBeenLastCalledWith(['a', 'b'])
  await drawn.redraw(<CheckboxGroup id="c" label="Mål" options={options} value={['a', 'b']} onChange={onChange} />)
  await press(find(drawn.root, '#c-a'))
  expect(onChange).toHaveBeenLastCalledWith(['b'])
})

test('Select shows the value, and a first line while nothing is chosen', async () => {
  const drawn = await render(<Select id="s" label="Region" empty="Alle" options={[{ value: 'x', label: 'X' }]} value="" onChange={() => undefined} />)
  clear = drawn.clear
  const select = find<HTMLSelectElement>(drawn.root, 'select')
  expect([...select.options].map((option) => option.text)).toEqual(['Alle', 'X'])
  expect(select.value).toBe('')
})
