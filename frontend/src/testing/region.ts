import type { components } from '~/api'

type Schemas = components['schemas']

/** Records as the server gives them, for tests of pages about regions; what a test is about is given to each. */
export function aRound(some: Partial<Schemas['Round']> = {}): Schemas['Round'] {
  return {
    id: 'round-1',
    regionId: 'region-1',
    regionName: 'Dalen',
    name: 'Kartlegging 2026',
    year: 2026,
    method: 'sdsn',
    state: 'open',
    opensAt: '2026-03-01T00:00:00Z',
    closesAt: '2026-05-31T21:59:00Z',
    madeUp: false,
    fourEyes: true,
    questionnaireVersion: 1,
    catalogueId: 'catalogue-1',
    municipalities: 6,
    submitted: 4,
    nextStates: ['closed'],
    version: 3,
    ...some,
  }
}

export function aRegion(some: Partial<Schemas['Region']> = {}): Schemas['Region'] {
  return { id: 'region-1', kind: 'council', name: 'Dalen', country: 'NO', code: '', members: 6, ...some }
}

export function anIndicator(some: Partial<Schemas['Indicator']> = {}): Schemas['Indicator'] {
  return { code: '6.1', goal: 6, target: '6.1', name: 'Trygt vann', unit: '%', decimals: 1, direction: 'higher', type: 'percent', scored: true, ...some }
}

export function aGoalCell(some: Partial<Schemas['GoalCell']> = {}): Schemas['GoalCell'] {
  return { goal: 6, score: 61.25, colour: 'yellow', band: 'behind', available: 2, total: 2, confirmed: 1, covered: true, leftOut: false, ...some }
}

export function aCell(some: Partial<Schemas['Cell']> = {}): Schemas['Cell'] {
  return { state: 'value', confirmed: true, uncertain: false, imputed: false, value: 92.34, year: 2025, colour: 'green', band: 'near', ...some }
}

export function aMunicipality(name: string, some: Partial<Schemas['Municipality']> = {}): Schemas['Municipality'] {
  return { id: `id-${name}`, name, number: '3301', residents: 1000, ...some }
}

export function aNeed(some: Partial<Schemas['WorkbenchNeed']> = {}): Schemas['WorkbenchNeed'] {
  return {
    id: 'need-1',
    regionId: 'region-1',
    regionName: 'Dalen',
    goal: 6,
    target: '6.1',
    state: 'candidate',
    ruleVersion: '1',
    priority: 61,
    rounded: false,
    parts: [],
    title: { nb: 'Hvordan finner vi lekkasjer?' },
    automaticTitle: [],
    fact: {},
    rootCauses: {},
    wantedEffect: {},
    volume: {},
    timeline: {},
    cpv: [],
    contact: '',
    reason: '4 kommuner er et stykke unna.',
    rejectReason: '',
    publishedVersion: 0,
    figures: [],
    actions: ['edit', 'confirm', 'reject'],
    madeUp: false,
    version: 7,
    ...some,
  }
}
