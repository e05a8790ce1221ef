import { useState } from 'preact/hooks'
import { Button, TextField } from '~/components'
import { t } from '~/i18n'

/** Print, with the address on the paper; and the address to hand on: copied where the browser lets us, else shown to be copied. */
export function ShareNeed() {
  const [outcome, setOutcome] = useState<'' | 'copied' | 'shown'>('')
  const address = location.origin + location.pathname

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(address)
      setOutcome('copied')
    } catch {
      // Not allowed, or not on https: then by hand.
      setOutcome('shown')
    }
  }

  return (
    <div class="need__share">
      <div class="actions">
        <Button variant="secondary" small onClick={() => window.print()}>
          {t('needs.print')}
        </Button>
        <Button variant="secondary" small onClick={() => void copy()}>
          {t('needs.share')}
        </Button>
      </div>
      <p class="need__address">{address}</p>
      <p class="meta" role="status">
        {outcome === 'copied' ? t('needs.share.done') : ''}
      </p>
      {outcome === 'shown' && <TextField id="address" label={t('needs.share.address')} readOnly value={address} onChange={() => undefined} />}
    </div>
  )
}
