import { expect, test } from 'vitest'
import { ErrorSummary } from '~/components'
import { render } from '~/testing/render'
import { Page } from './Page'

test('the window’s title says that there are errors while a summary stands, wherever on the page', async () => {
  const page = (errors: { field: string; message: string }[]) => (
    <Page title="Logg inn">
      <section>
        <ErrorSummary errors={errors} attempt={errors.length} />
      </section>
    </Page>
  )
  const { redraw, clear } = await render(page([]))
  expect(document.title).toBe('Logg inn – Løftet')
  await redraw(page([{ field: '', message: 'Noe mangler' }]))
  expect(document.title).toBe('Feil: Logg inn – Løftet')
  await redraw(page([]))
  expect(document.title).toBe('Logg inn – Løftet')
  clear()
})
