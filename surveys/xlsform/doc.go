// Package xlsform is for questionnaires as XLSForm, the spreadsheets in which most
// of the world writes its questionnaires: reading them into a [form.Form] and
// writing one. What ODK's own converter takes is taken and what it refuses is
// refused, but for what no questionnaire of ours has (places, pictures, outside
// data): that is refused as not supported.
//
// It must never guess in silence, give up at the first fault, or know of rounds,
// responses or the database.
package xlsform
