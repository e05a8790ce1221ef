import { useState } from 'preact/hooks'
import { signInProblem } from '~/account/signInProblem'
import { api, call, type components } from '~/api'
import { Link } from '~/app/Link'
import { Page } from '~/app/Page'
import { Button, ErrorSummary, type FormError, RadioGroup, TextField } from '~/components'
import { useForm } from '~/hooks'
import { language, languageNames, languages, rich, t } from '~/i18n'
import { OrgNumberField, orgNumberFault } from './OrgNumberField'
import { isWebAddress } from './web'
import './business.css'

type Registration = components['schemas']['BusinessRegistration']

/** What can be told without asking the server. */
export function check(body: Registration): FormError[] {
  const errors: FormError[] = []
  const fault = orgNumberFault(body.orgNumber)
  if (fault) errors.push({ field: 'orgNumber', message: fault })
  if (!body.businessName) errors.push({ field: 'businessName', message: t('business.register.businessNameMissing') })
  if (body.website && !isWebAddress(body.website)) errors.push({ field: 'website', message: t('business.edit.websiteWrong') })
  if (!body.personName) errors.push({ field: 'personName', message: t('business.register.personNameMissing') })
  if (!/^[^\s@<>"]+@[^\s@<>"]+$/.test(body.email)) errors.push({ field: 'email', message: t('business.register.emailMissing') })
  return errors
}

/** Registers a business; the answer is the same whether or not it is known, and a letter says the rest. */
export default function RegisterPage() {
  const form = useForm()
  const [entry, setEntry] = useState<Registration>({ orgNumber: '', businessName: '', website: '', personName: '', email: '', language: language() })
  const [sentTo, setSentTo] = useState('')
  const change = (some: Partial<Registration>) => setEntry((before) => ({ ...before, ...some }))

  if (sentTo) return <Sent email={sentTo} onAgain={() => setSentTo('')} />
  return (
    <Page title={t('business.register.title')} lead={t('business.register.lead')}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p class="prose">{rich('business.register.needsLink', { needs: (inner) => <Link to="/needs">{inner}</Link> })}</p>
      <form
        class="business-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void form.send(trimmed(entry), (body) => send(body).then(() => setSentTo(body.email)), check)
        }}
      >
        <h2 class="ds-heading" data-size="xs">
          {t('business.register.business')}
        </h2>
        <OrgNumberField error={form.error('orgNumber')} value={entry.orgNumber} onChange={(orgNumber) => change({ orgNumber })} />
        <TextField
          id="businessName"
          label={t('business.register.businessName')}
          autocomplete="organization"
          maxLength={200}
          error={form.error('businessName')}
          value={entry.businessName}
          onChange={(businessName) => change({ businessName })}
        />
        <TextField
          id="website"
          type="url"
          label={t('business.register.website')}
          help={t('business.register.websiteHelp')}
          optional
          autocomplete="url"
          maxLength={300}
          error={form.error('website')}
          value={entry.website ?? ''}
          onChange={(website) => change({ website })}
        />
        <h2 class="ds-heading" data-size="xs">
          {t('business.register.person')}
        </h2>
        <TextField id="personName" label={t('business.register.personName')} autocomplete="name" maxLength={200} error={form.error('personName')} value={entry.personName} onChange={(personName) => change({ personName })} />
        <TextField
          id="email"
          type="email"
          label={t('business.register.email')}
          help={t('business.register.emailHelp')}
          autocomplete="email"
          spellcheck={false}
          maxLength={254}
          error={form.error('email')}
          value={entry.email}
          onChange={(email) => change({ email })}
        />
        <RadioGroup
          id="language"
          label={t('business.register.language')}
          options={languages.map((value) => ({ value, label: <span lang={value}>{languageNames[value]}</span> }))}
          error={form.error('language')}
          value={entry.language}
          onChange={(chosen) => change({ language: chosen })}
        />
        <WhatHappens />
        <div class="actions">
          <Button type="submit" busy={form.busy}>
            {t('business.register.send')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

function trimmed(entry: Registration): Registration {
  return { ...entry, businessName: entry.businessName.trim(), website: (entry.website ?? '').trim(), personName: entry.personName.trim(), email: entry.email.trim() }
}

async function send(body: Registration): Promise<void> {
  // A number that can't be read has been refused by check already.
  const plain = { ...body, orgNumber: body.orgNumber.replace(/\s/g, '') }
  try {
    await call(api.POST('/businesses', { body: plain }), { quiet: true })
  } catch (thrown) {
    throw signInProblem(thrown)
  }
}

function WhatHappens() {
  return (
    <div class="prose business-consequences">
      <h2 class="ds-heading" data-size="xs">
        {t('business.register.next')}
      </h2>
      <ol>
        {(['next1', 'next2', 'next3'] as const).map((step) => (
          <li key={step}>{t(`business.register.${step}`)}</li>
        ))}
      </ol>
      <h2 class="ds-heading" data-size="xs">
        {t('business.register.who')}
      </h2>
      <ul>
        {(['who1', 'who2', 'who3'] as const).map((who) => (
          <li key={who}>{t(`business.register.${who}`)}</li>
        ))}
      </ul>
    </div>
  )
}

function Sent({ email, onAgain }: { email: string; onAgain: () => void }) {
  return (
    <Page key="sent" title={t('business.register.sentTitle')} lead={t('business.register.sentLead', { email })}>
      <div class="prose" role="status">
        <p>{t('business.register.sentHelp')}</p>
      </div>
      <div class="actions">
        <Link to="/needs" look="primary">
          {t('business.register.toNeeds')}
        </Link>
        <Button variant="tertiary" onClick={onAgain}>
          {t('business.register.again')}
        </Button>
      </div>
    </Page>
  )
}
