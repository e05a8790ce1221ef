import account from './account'
import business from './business'
import charts from './charts'
import common from './common'
import errors from './errors'
import form from './form'
import home from './home'
import municipality from './municipality'
import needs from './needs'
import papers from './papers'
import publicPages from './public'
import questionnaires from './questionnaires'
import region from './region'
import review from './review'
import statements from './statements'
import status from './status'

/** One file per domain area, so that an area can be written without touching the others. */
export default { account, business, charts, common, errors, form, home, municipality, needs, papers, public: publicPages, questionnaires, region, review, statements, status }
