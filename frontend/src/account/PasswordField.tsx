import { useState } from 'preact/hooks'
import { Checkbox, TextField } from '~/components'
import { t } from '~/i18n'

export interface PasswordFieldProps {
  id: string
  label: string
  /** "current-password" or "new-password", for password managers. */
  autocomplete: 'current-password' | 'new-password'
  help?: string
  error: string | undefined
  value: string
  onChange: (value: string) => void
}

/** A password that can be shown while it is typed; pasting works. */
export function PasswordField({ id, ...rest }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <div class="password">
      <TextField {...rest} id={id} type={shown ? 'text' : 'password'} spellcheck={false} maxLength={256} />
      <Checkbox id={`${id}-show`} label={t('account.showPassword')} checked={shown} onChange={setShown} />
    </div>
  )
}
