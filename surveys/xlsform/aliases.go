package xlsform

// What ODK's converter calls the columns of the sheet survey, by the headers that
// forms of all years have.
var surveyAliases = map[string]string{
	"caption": "label", "command": "type", "tag": "name", "value": "name",
	"read_only": "bind/readonly", "readonly": "bind/readonly",
	"relevant": "bind/relevant", "relevance": "bind/relevant",
	"required": "bind/required", "constraint": "bind/constraint",
	"constraining_message": "bind/jr:constraintMsg", "constraint_message": "bind/jr:constraintMsg",
	"requiredmsg": "bind/jr:requiredMsg", "required_message": "bind/jr:requiredMsg",
	"noapperrorstring": "bind/jr:noAppErrorString", "no_app_error_string": "bind/jr:noAppErrorString",
	"calculation": "bind/calculate", "calculate": "bind/calculate",
	"appearance": "control/appearance", "body": "control", "autoplay": "control/autoplay", "rows": "control/rows",
	"count": "control/jr:count", "repeat_count": "control/jr:count", "jr:count": "control/jr:count",
	"image": "media/image", "big-image": "media/big-image", "audio": "media/audio", "video": "media/video",
	"compact_tag": "instance/odk:tag", "save_to": "bind/entities:saveto",
	"sms_field": "sms_field", "sms_option": "sms_option", "sms_separator": "sms_separator",
	"sms_allow_media": "sms_allow_media", "sms_date_format": "sms_date_format",
	"sms_datetime_format": "sms_datetime_format", "sms_response": "sms_response",
}

var surveyColumns = []string{
	"name", "label", "parent", "extra_data", "actions", "default", "guidance_hint", "instance", "query",
	"trigger", "bind", "choice_filter", "control", "hint", "media", "parameters", "type", "choices", "itemset", "list_name",
}

var choicesAliases = map[string]string{
	"caption": "label", "list_name": "list name", "value": "name",
	"image": "media/image", "big-image": "media/big-image", "audio": "media/audio", "video": "media/video",
}

var choicesColumns = []string{"name", "label", "parent", "extra_data", "media", "sms_option"}

var settingsAliases = map[string]string{
	"form_title": "title", "set_form_title": "title", "form_id": "id_string", "set_form_id": "id_string", "prefix": "prefix",
}

var settingsColumns = []string{
	"name", "label", "bind", "children", "control", "hint", "media", "type", "instance", "flat", "sms_field",
	"add_none_option", "clean_text_values", "attribute", "auto_delete", "auto_send", "choices", "default_language",
	"file_name", "id_string", "instance_name", "instance_xmlns", "namespaces", "omit_instanceID", "public_key",
	"style", "submission_url", "title", "version", "allow_choice_duplicates", "client_editable", "delimiter",
}

// yes tells whether a cell says yes or no; known is false for anything else.
func yes(text string) (is, known bool) {
	switch text {
	case "yes", "Yes", "YES", "true", "True", "TRUE", "true()":
		return true, true
	case "no", "No", "NO", "false", "False", "FALSE", "false()":
		return false, true
	}
	return false, false
}
