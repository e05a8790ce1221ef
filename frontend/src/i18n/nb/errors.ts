import type { Texts } from '../dictionary'

export default {
  title: 'Noe gikk galt',
  titlePrefix: 'Feil:',
  summary: { one: 'Det er ett problem', other: 'Det er {n} problemer' },
  reference: 'Referanse hvis du tar kontakt: {id}',
  offline: 'Du er uten nett, eller tjenesten svarer ikke. Det du har skrevet, er tatt vare på. Prøv igjen når nettet er tilbake.',
  unauthenticated: 'Du er logget ut. Logg inn igjen for å gå videre.',
  denied: 'Du har ikke tilgang til dette med rollen du har nå.',
  notFound: 'Det du ser etter, finnes ikke her. Det kan være flyttet eller trukket tilbake.',
  stale: 'Noen andre har endret dette etter at du åpnet det. Ingenting er overskrevet. Last inn siden på nytt for å se endringen.',
  conflict: 'Dette lar seg ikke gjøre slik saken står nå. Last inn siden på nytt for å se hva som har skjedd.',
  invalid: 'Noe av det som ble sendt, kan ikke brukes. Se over og prøv igjen.',
  unavailable: 'Tjenesten er ikke tilgjengelig akkurat nå. Det som er lagret, er trygt. Prøv igjen om litt.',
  other: 'Feilen er vår, ikke din. Det som er lagret, er trygt. Prøv igjen, og ta kontakt hvis det ikke hjelper.',
  deniedTitle: 'Ingen tilgang',
  deniedPage: 'Denne siden er for andre roller enn den du har nå. Er du med i flere organisasjoner, kan du velge en annen øverst på siden.',
  notFoundTitle: 'Siden finnes ikke',
  notFoundPage: 'Adressen kan være skrevet feil, eller siden kan være flyttet.',
  toFront: 'Til forsiden',
  toNeeds: 'Se publiserte behov',
} as const satisfies Texts
