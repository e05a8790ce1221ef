import type { Same } from '../dictionary'
import type nb from '../nb/errors'

export default {
  title: 'Noko gjekk gale',
  titlePrefix: 'Feil:',
  summary: { one: 'Det er eitt problem', other: 'Det er {n} problem' },
  reference: 'Referanse om du tek kontakt: {id}',
  offline: 'Du er utan nett, eller tenesta svarer ikkje. Det du har skrive, er teke vare på. Prøv igjen når nettet er tilbake.',
  unauthenticated: 'Du er logga ut. Logg inn igjen for å gå vidare.',
  denied: 'Du har ikkje tilgang til dette med rolla du har no.',
  notFound: 'Det du ser etter, finst ikkje her. Det kan vere flytta eller trekt tilbake.',
  stale: 'Nokon andre har endra dette etter at du opna det. Ingenting er skrive over. Last inn sida på nytt for å sjå endringa.',
  conflict: 'Dette lèt seg ikkje gjere slik saka står no. Last inn sida på nytt for å sjå kva som har skjedd.',
  invalid: 'Noko av det som vart sendt, kan ikkje brukast. Sjå over og prøv igjen.',
  unavailable: 'Tenesta er ikkje tilgjengeleg akkurat no. Det som er lagra, er trygt. Prøv igjen om litt.',
  other: 'Feilen er vår, ikkje din. Det som er lagra, er trygt. Prøv igjen, og ta kontakt om det ikkje hjelper.',
  deniedTitle: 'Ingen tilgang',
  deniedPage: 'Denne sida er for andre roller enn den du har no. Er du med i fleire organisasjonar, kan du velje ein annan øvst på sida.',
  notFoundTitle: 'Sida finst ikkje',
  notFoundPage: 'Adressa kan vere feilskriven, eller sida kan vere flytta.',
  toFront: 'Til framsida',
  toNeeds: 'Sjå publiserte behov',
} satisfies Same<typeof nb>
