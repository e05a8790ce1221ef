import type { NeedSummary } from './NeedItem'
import type { PublishedNeed } from './NeedPage'

/** A need for tests; what a test is about is put over it. */
export function needSample(some: Partial<NeedSummary> = {}): NeedSummary {
  return {
    id: '01a205fb-8177-7b0d-b7a3-f8e7412f85bb',
    title: 'Hvordan stanser vi lekkasjer?',
    language: 'nb',
    goal: 6,
    target: '6.4',
    regionId: '01a205fb-7ae9-7316-b887-a6ee4337b155',
    regionName: 'Hallingdal',
    state: 'published',
    municipalities: 2,
    residents: 6101,
    deadline: '2030-05-01',
    publishedAt: '2026-01-02T10:00:00Z',
    version: 2,
    madeUp: false,
    ...some,
  }
}

const none = { text: '', language: 'nb' }

export function publishedSample(some: Partial<PublishedNeed> = {}): PublishedNeed {
  return {
    need: needSample(),
    targetLabel: 'Bruke vannet bedre',
    fact: { text: 'Gjennomsnittet er 36,3 %.\n\nKilde: svarene fra 2025.', language: 'nb' },
    rootCauses: none,
    wantedEffect: none,
    volume: none,
    timeline: none,
    cpv: [],
    contact: '',
    municipalities: [
      { id: 'm1', name: 'Flå', residents: 1115, role: 'watching' },
      { id: 'm2', name: 'Gol', residents: 4986, role: 'watching' },
    ],
    versions: [
      { number: 1, publishedAt: '2025-12-01T10:00:00Z' },
      { number: 2, publishedAt: '2026-01-02T10:00:00Z' },
    ],
    ...some,
  }
}
