import type { Same } from '../dictionary'
import type nb from '../nb/papers'

export default {
  'evidence.title': 'Evidence',
  'evidence.none': 'No evidence yet.',
  'evidence.file': 'Add a file',
  'evidence.fileHelp': 'PDF, PNG, JPEG, ODT, ODS, DOCX, XLSX, CSV or plain text, at most 10 MB.',
  'evidence.uploading': 'Uploading {name} …',
  'evidence.added': 'Added: {name}',
  'evidence.link': 'Add a link',
  'evidence.linkHelp': 'A web address, or mailto: and an e-mail address.',
  'evidence.addLink': 'Add the link',
  'evidence.remove': 'Take away',
  'evidence.removeAsk': 'Take “{name}” away? Its content is deleted. That it was here stays in the history.',
  'evidence.removed': 'Taken away: {name}',
  'evidence.large': 'The file is over 10 MB. Split it, or add a link instead.',
  'evidence.count': { one: '{n} piece of evidence', other: '{n} pieces of evidence' },
  'evidence.caseNumber': 'Case number',
  'evidence.caseNumberHelp': 'The case in the municipality’s archive that the figure stands in, such as 26/01234.',
  'evidence.internal': 'Source, comment and evidence are internal',
  'evidence.internalHelp': 'Only the municipality and the regional council see them. The figure itself is shown as usual.',
  'evidence.isInternal': 'Internal',
} satisfies Same<typeof nb>
