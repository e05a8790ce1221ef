import type { Answer, AnsweredQuestion, Question } from './answer/draft'
import type { components } from '~/api'

type ResponseGoal = components['schemas']['ResponseGoal']
type Response = components['schemas']['Response']
type ResponseDetail = components['schemas']['ResponseDetail']
type NeedSummary = components['schemas']['WorkbenchNeedSummary']
type Submission = components['schemas']['Submission']

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
    priorityReason: '',
    caseNumber: '',
    internal: false,
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
      closesAt: '2026-05-15T12:00:00Z',
      madeUp: false,
      fourEyes: true,
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

export function aDetail(some: Partial<ResponseDetail> = {}): ResponseDetail {
  return { response: aResponse(), sections: [], actions: [], locks: [], returnReason: '', fourEyes: true, openQuestions: 0, openComments: 0, unanchored: [], ...some }
}

export function aNeed(some: Partial<NeedSummary> = {}): NeedSummary {
  return {
    title: 'Hvordan stanser vi lekkasjene?',
    goal: 6,
    target: '6.4',
    state: 'candidate',
    priority: 62.5,
    rounded: false,
    parts: [
      { key: 'severity', label: 'Alvor', value: 42.5 },
      { key: 'breadth', label: 'Bredde', value: 20 },
    ],
    municipalities: 3,
    residents: 12000,
    reason: '3 kommuner er langt fra målet.',
    involved: true,
    ...some,
  }
}

export function aSubmission(some: Partial<Submission> = {}): Submission {
  return {
    receipt: 'L2026-AB12CD',
    revision: 1,
    submittedAt: '2026-04-01T10:00:00Z',
    submittedBy: 'Godkjenner i Gol',
    municipality: 'Gol',
    roundName: 'Kartlegging 2026',
    answers: 44,
    ownAnswers: 0,
    checksum: 'a'.repeat(64),
    ...some,
  }
}
