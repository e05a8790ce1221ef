import type { components } from '~/api'

/** Tells whether a municipality has handed in; what it handed in counts also while it corrects it. */
export const hasSubmitted = ({ revision }: Pick<components['schemas']['MunicipalityProgress'], 'revision'>): boolean => (revision ?? 0) > 0
