import { expect } from 'vitest'
import type { Stage } from './stage'

const text = (nb: string) => ({ nb })

/** Questions of a region's own: one asked for all goals together, one beside those of goal 7. */
const form = {
  id: 'own',
  version: '1',
  title: text('Egne spørsmål'),
  languages: ['nb'],
  items: [
    { kind: 'whole', name: 'plants', label: text('Hvor mange anlegg?'), required: 'true' },
    { kind: 'text', name: 'plan', label: text('Hva heter energiplanen?'), goal: 7 },
    { kind: 'attachment', name: 'proof', label: text('Energiplanen som fil'), goal: 7 },
  ],
}

/** Opens a round in which a region asks questions of its own; gives the response of the demonstration's municipality. */
export async function roundWithOwn(stage: Stage): Promise<string> {
  const coordinator = await stage.as('coordinator', '/nb/region')
  const { request } = coordinator.context
  const made = async (path: string, data: unknown) => {
    const answer = await request.post(`/api/v1${path}`, { data, headers: { 'Idempotency-Key': crypto.randomUUID(), 'If-Match': '"1"' } })
    expect([200, 201], `${path}: ${await answer.text()}`).toContain(answer.status())
    return (await answer.json()) as { id: string; editions: { questionnaireVersionId: string }[] }
  }
  const { items } = (await (await request.get('/api/v1/regions?kind=council')).json()) as { items: { id: string; name: string }[] }
  const regionId = items.find(({ name }) => name === 'Hallingdal')?.id
  const { id: questionnaire } = await made('/questionnaires', { regionId, name: 'Egne spørsmål', form })
  const { editions } = await made(`/questionnaires/${questionnaire}/editions`, {})
  const { id: round } = await made('/rounds', {
    regionId,
    name: 'Med egne spørsmål',
    year: 2031,
    opensAt: '2026-01-01T00:00:00Z',
    closesAt: '2099-01-01T00:00:00Z',
    questionnaireVersionId: editions[0]?.questionnaireVersionId,
  })
  await made(`/rounds/${round}/state`, { to: 'open' })
  const respondent = await stage.as('respondent', '/nb/municipality')
  const responses = (await (await respondent.context.request.get('/api/v1/responses')).json()) as { items: { id: string; round: { id: string } }[] }
  return responses.items.find((one) => one.round.id === round)?.id ?? ''
}
