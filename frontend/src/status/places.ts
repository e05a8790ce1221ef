import { address, type Period, writePeriod } from './period'

/** Where the levels of the same figures stand: for everyone, or for those who run a region. */
export interface Places {
  region: (region: string, period: Period) => string
  municipality: (region: string, municipality: string, period: Period) => string
  indicator: (region: string, code: string, period: Period, catalogue?: string | undefined) => string
  /** The submitted answers behind a figure; only where the reader may see them. */
  answers?: (response: string, code: string) => string
}

export const publicPlaces: Places = {
  region: (region, period) => address(`/status/${region}`, writePeriod(period)),
  municipality: (region, municipality, period) => address(`/status/${region}/${municipality}`, writePeriod(period)),
  indicator: (region, code, period, catalogue) => address(`/indicators/${code}`, { region, ...writePeriod(period), catalogue }),
}

export const regionPlaces: Places = {
  region: (region, period) => address('/region/status', { region, ...writePeriod(period) }),
  municipality: (region, municipality, period) => address(`/region/status/${municipality}`, { region, ...writePeriod(period) }),
  indicator: (region, code, period, catalogue) => address(`/region/indicators/${code}`, { region, ...writePeriod(period), catalogue }),
  answers: (response, code) => address(`/region/answers/${response}`, { code }),
}
