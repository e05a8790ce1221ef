import { needSample } from '~/needs/sample'
import type { SolutionMatch } from './match/MatchList'
import type { Solution } from './useSolutions'

/** A solution for tests; what a test is about is put over it. */
export function solutionSample(some: Partial<Solution> = {}): Solution {
  return {
    id: 's1',
    business: { id: 'b1', name: 'Lytt AS', mailbox: 'post@lytt.example' },
    state: 'draft',
    title: { nb: 'Lytteposter' },
    summary: { nb: 'Finner lekkasjer.' },
    description: { nb: 'Settes i kummer.' },
    goals: [6],
    targets: ['6.4'],
    indicators: [{ code: '6.4-leak', effect: 'lavere', proof: 'measured' }],
    cpv: [{ code: '38421100', label: 'Vannmålere' }],
    regionIds: [],
    trl: 8,
    marketState: '',
    priceModel: '',
    references: '',
    website: '',
    returnReason: '',
    actions: ['edit', 'submit'],
    updatedAt: '2026-01-01T10:00:00Z',
    version: 3,
    ...some,
  }
}

/** A match of two parts, one of them without information. */
export function matchSample(some: Partial<SolutionMatch> = {}): SolutionMatch {
  return {
    need: needSample(),
    solutionId: 's1',
    solutionTitle: 'Lytteposter',
    match: {
      score: 72.5,
      parts: [
        { key: 'indicator', label: 'Samme indikator', weight: 0.4, fit: 1, points: 40, known: true },
        { key: 'goals', label: 'Mål og delmål', weight: 0.6, fit: 0.54, points: 32.5, known: true },
        { key: 'cpv', label: 'Innkjøpskode', weight: 0, fit: 0, points: 0, known: false },
      ],
      reasons: ['Samme delmål: 6.4.'],
      missing: ['Behovet har ingen CPV-kode.'],
    },
    dismissed: '',
    ...some,
  }
}
