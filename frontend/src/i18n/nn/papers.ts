import type { Same } from '../dictionary'
import type nb from '../nb/papers'

export default {
  'evidence.title': 'Vedlegg',
  'evidence.none': 'Ingen vedlegg enno.',
  'evidence.file': 'Legg ved ei fil',
  'evidence.fileHelp': 'PDF, PNG, JPEG, ODT, ODS, DOCX, XLSX, CSV eller rein tekst, høgst 10 MB.',
  'evidence.uploading': 'Lastar opp {name} …',
  'evidence.added': 'Lagt ved: {name}',
  'evidence.link': 'Legg ved ei lenkje',
  'evidence.linkHelp': 'Ei nettadresse, eller mailto: og ei e-postadresse.',
  'evidence.addLink': 'Legg ved lenkja',
  'evidence.remove': 'Ta bort',
  'evidence.removeAsk': 'Ta bort «{name}»? Innhaldet blir sletta. At det var her, står i historikken.',
  'evidence.removed': 'Teke bort: {name}',
  'evidence.large': 'Fila er over 10 MB. Del henne, eller legg ved ei lenkje i staden.',
  'evidence.count': { one: '{n} vedlegg', other: '{n} vedlegg' },
  'evidence.caseNumber': 'Saksnummer',
  'evidence.caseNumberHelp': 'Saka i arkivet til kommunen som talet står i, til dømes 26/01234.',
  'evidence.internal': 'Kjelde, kommentar og vedlegg er interne',
  'evidence.internalHelp': 'Berre kommunen og regionrådet ser dei. Sjølve talet blir vist som elles.',
  'evidence.isInternal': 'Internt',
} satisfies Same<typeof nb>
