import { useState } from 'preact/hooks'
import { TextField } from '~/components'
import { t } from '~/i18n'
import { isOrgNumber, orgNumberDigits } from './orgNumber'

/** What is wrong with an organisation number as it is written, in words; empty when nothing is. */
export function orgNumberFault(text: string): string {
  const digits = orgNumberDigits(text)
  if (!digits) return t('business.register.orgNumberDigits')
  return isOrgNumber(digits) ? '' : t('business.register.orgNumberWrong')
}

/** An organisation number, held against its check digit as soon as all nine digits are there. */
export function OrgNumberField({ value, onChange, error }: { value: string; onChange: (value: string) => void; error: string | undefined }) {
  const [left, setLeft] = useState(false)
  const digits = orgNumberDigits(value)
  const own = digits || (left && value.trim()) ? orgNumberFault(value) : ''
  // Words of an earlier try that no longer hold are taken away; the server's own stay.
  const outdated = !own && (error === t('business.register.orgNumberDigits') || error === t('business.register.orgNumberWrong'))
  return (
    <div class="org-number">
      <TextField
        id="orgNumber"
        label={t('business.register.orgNumber')}
        help={t('business.register.orgNumberHelp')}
        characters={12}
        inputMode="numeric"
        autocomplete="off"
        maxLength={15}
        error={own || (outdated && digits ? undefined : error)}
        value={value}
        onChange={onChange}
        onBlur={() => setLeft(true)}
      />
      <p class="org-number__right meta" role="status">
        {digits && !own ? t('business.register.orgNumberRight') : ''}
      </p>
    </div>
  )
}
