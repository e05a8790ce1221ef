import type { Same } from '../dictionary'
import type nb from '../nb/pasting'

export default {
  title: 'Lim inn frå rekneark',
  lead: { one: 'Eitt svar er lese. Ingenting er sett inn enno.', other: '{n} svar er lesne. Ingenting er sett inn enno.' },
  none: 'Ingenting av det du limte inn kan setjast inn her.',
  question: 'Spørsmål',
  now: 'Står no',
  next: 'Blir sett inn',
  same: 'Det same',
  needsReason: 'Avvik frå statistikken: skriv kvifor på sida etterpå.',
  faults: { one: '{n} celle er ikkje med', other: '{n} celler er ikkje med' },
  fault: 'Rad {row}: «{text}». {why}',
  'why.unreadable': 'Det er ikkje eit tal.',
  'why.choice': 'Svaret må vere ja, delvis eller nei.',
  'why.yesNo': 'Svaret må vere ja eller nei.',
  'why.below': 'Det er ingen fleire spørsmål på denne sida.',
  'why.unknown': 'Ikkje noko spørsmål på denne sida heiter det.',
  'why.given': 'Svaret blir gjeve av eit anna spørsmål på sida, eller i ein annan del: svar der.',
  'why.twice': 'Spørsmålet står i ei rad lenger oppe.',
  'why.more': 'Etter verdien er det plass til kjelde og kommentar, ikkje meir.',
  apply: { one: 'Set inn {n} svar', other: 'Set inn {n} svar' },
  cancel: 'Ikkje set inn noko',
  applied: { one: '{n} svar er sett inn', other: '{n} svar er sette inn' },
  hint: 'Har du tala i eit rekneark? Kopier kolonnen og lim han inn i det første feltet. Med koden i ein kolonne framfor kan rekkjefølgja vere ei anna.',
} satisfies Same<typeof nb>
