import type { Answer, AnsweredQuestion, Question } from './answer/draft'
import type { components } from '~/api'

type ResponseGoal = components['schemas']['ResponseGoal']
type Response = components['schemas']['Response']

/** Records as the server gives them, for tests; a test names only what it is about. */
export function aQuestion(some: Partial<Question> = {}): Question {
  return {
    code: '1.2-lowinc',
    target: '1.2',
    targetLabel: 'Halvere fattigdommen',
    name: 'Vedvarende lavinntekt',
    question: 'Hvor stor andel har vedvarende lavinntekt?',
    help: 'Bruk siste treårsperiode.',
    type: 'percent',
    unit: '%',
    decimals: 1,
    direction: 'lower',
    parts: [],
    source: { owner: 'SSB', table: '12944', note: '' },
    ...some,
  }
}

export function anAnswer(some: Partial<Answer> = {}): Answer {
  return {
    code: '1.2-lowinc',
    state: 'value',
    parts: [],
    reason: '',
    quality: '',
    source: '',
    comment: '',
    overrideReason: '',
    origin: 'typed',
    version: 1,
    updatedAt: '2026-03-01T12:00:00Z',
    warnings: [],
    ...some,
  }
}

export function aResponse(some: Partial<Response> = {}): Response {
  return {
    id: '0190a000-0000-7000-8000-000000000001',
    municipality: { id: '0190a000-0000-7000-8000-000000000002', name: 'Gol', number: '3324' },
    round: {
      id: '0190a000-0000-7000-8000-000000000003',
      regionId: '0190a000-0000-7000-8000-000000000004',
      regionName: 'Hallingdal',
      name: 'Kartlegging 2026',
      year: 2026,
      method: 'sdsn',
      state: 'open',
      opensAt: '2026-01-10T00:00:00Z',
      closesAt: '2026-05-15T22:00:00Z',
      madeUp: false,
      questionnaireVersion: 1,
      catalogueId: '0190a000-0000-7000-8000-000000000005',
      municipalities: 6,
      submitted: 0,
      nextStates: [],
      version: 1,
    },
    state: 'in_progress',
    sectionsDone: 0,
    sections: 17,
    revision: 0,
    version: 1,
    ...some,
  }
}

export function aGoal(questions: AnsweredQuestion[], some: Partial<ResponseGoal> = {}): ResponseGoal {
  return { response: aResponse(), goal: 1, name: 'Utrydde fattigdom', leftOut: false, editable: true, questions, ...some }
}
