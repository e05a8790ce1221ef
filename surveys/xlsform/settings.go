package xlsform

import (
	"slices"

	"loftet/surveys/form"
	"loftet/surveys/xlsform/said"
	"loftet/surveys/xlsform/table"
)

// Settings that have a meaning for the devices of ODK alone.
var settingsLeftOut = map[string]said.Sentence{
	"public_key":      said.As("not_encrypted", "answers are not encrypted by the form"),
	"submission_url":  said.As("own_address", "answers go to this service"),
	"instance_name":   said.As("own_names", "responses are called by round and municipality"),
	"add_none_option": said.As("no_none", "no choice \"none\" is added; write it into the lists"),
}

// readSettings reads the row of the sheet settings.
func (r *reader) readSettings() {
	if r.settings == nil || len(r.settings.rows) == 0 {
		return
	}
	row := r.settings.rows[0]
	r.settingRow = row
	if name := row.get("name"); name.text != "" && !goodName.MatchString(name.text) {
		r.fault(name.place, BadName, "name_form", "A name begins with a letter or _ and goes on with letters, digits, _, - or full stops; %q does not.", name.text)
	}
	if id := row.get("id_string").text; id != "" {
		r.id = id
	}
	r.title, r.form.Version = row.text("title").text, row.get("version").text
	for key, why := range settingsLeftOut {
		if at := row.get(key); at.text != "" {
			r.warn(at.place, "setting_left_out", "The setting is left out: %s.", why)
		}
	}
}

// settingsSheet gives the columns of the sheet settings their meaning. Of form_id
// and id_string, which many forms have both, the first counts.
func (r *reader) settingsSheet(from table.Sheet) {
	if old := slices.Index(from.Header, "id_string"); old >= 0 && slices.Contains(from.Header, "form_id") {
		from.Header = slices.Clone(from.Header)
		from.Header[old] = ""
		r.warn(place{sheet: "settings", row: 1, column: "id_string"}, "both_ids", "Both form_id and id_string are given; form_id counts.")
	}
	r.settings = readColumns(&r.findings, "settings", from, settingsAliases, settingsColumns)
}

// setting is what a setting says, "" where there is none.
func (r *reader) setting(key string) string {
	if r.settingRow.sheet == nil {
		return ""
	}
	return r.settingRow.get(key).text
}

func (r *reader) finishTitle() {
	r.form.ID, r.form.Title = r.id, form.Text{}
	title := r.title
	if title == "" {
		title = r.id
	}
	if r.settings != nil && r.settingRow.sheet != nil {
		for language, said := range r.texts(r.settingRow, "loftet/title") {
			r.form.Title[language] = said
		}
	}
	r.form.Title[r.languages.first()] = title
}
