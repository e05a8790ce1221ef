package xlsform

import (
	"regexp"
	"strings"

	"loftet/surveys/form"
	"loftet/surveys/xlsform/said"
)

// questionType is what a type of XLSForm is here.
type questionType struct {
	kind     form.Kind
	metadata bool          // of the device, not of the person: dropped
	outside  said.Sentence // what it asks for, where that is not supported
	min, max *float64
	unseen   bool // without a label, and with nothing to answer
}

// The types of ODK's converter, with the spellings of all years.
var questionTypes = spelled(map[string]questionType{
	"text|string|q string|add text prompt":               {kind: form.ShortText},
	"integer|int|q int|add integer prompt":               {kind: form.Whole},
	"decimal|q decimal|add decimal prompt":               {kind: form.Decimal},
	"percentage":                                         {kind: form.Percent},
	"number of days in last month":                       {kind: form.Whole, min: number(0), max: number(31)},
	"number of days in last six months":                  {kind: form.Whole, min: number(0), max: number(183)},
	"number of days in last year":                        {kind: form.Whole, min: number(0), max: number(365)},
	"phone number":                                       {kind: form.ShortText},
	"note|q note|add note prompt":                        {kind: form.Note},
	"date|q date|add date prompt":                        {kind: form.Date},
	"dateTime|datetime|date time|q date time|q dateTime": {kind: form.Date},
	"add date time prompt|add dateTime prompt":           {kind: form.Date},
	"time":  {kind: form.Time},
	"range": {kind: form.Scale},
	"file":  {kind: form.Attachment},
	"acknowledge|trigger|q acknowledge|add acknowledge prompt": {kind: form.ChoiceOf},
	"calculate|q calculate|add calculate prompt":               {kind: form.Calculated, unseen: true},
	"hidden": {kind: form.Calculated, unseen: true},

	"start|start time|get start time|end|end time|get end time|today|get today": {metadata: true},
	"deviceid|device id|get device id|uri:deviceid":                             {metadata: true},
	"subscriberid|subscriber id|get subscriber id|uri:subscriberid":             {metadata: true},
	"simserial|sim id|get sim id|uri:simserial":                                 {metadata: true},
	"phonenumber|get phone number|uri:phonenumber":                              {metadata: true},
	"username|uri:username|email|uri:email|audit":                               {metadata: true},

	"geopoint|geoshape|geotrace|gps|location|q location|add location prompt": {outside: said.As("a_place", "a place on a map")},
	"q geopoint|q geoshape|q geotrace":                                       {outside: said.As("a_place", "a place on a map")},
	"start-geopoint|background-geopoint":                                     {outside: said.As("a_place", "a place on a map")},
	"photo|q picture|q image":                                                {outside: said.As("a_picture", "a picture")},
	"audio|q audio|background-audio":                                         {outside: said.As("a_recording", "a recording")},
	"video|q video":                                                          {outside: said.As("a_film", "a film")},
	"barcode|q barcode|add barcode prompt":                                   {outside: said.As("a_barcode", "a barcode")},
	"osm":                                                                    {outside: said.As("a_place", "a place on a map")},
	"xml-external|csv-external":                                              {outside: said.As("a_file_data", "data from another file")},
})

// typeAliases are spellings that ODK's converter takes for others before it looks.
var typeAliases = map[string]string{
	"imei": "deviceid", "image": "photo", "add image prompt": "photo", "add photo prompt": "photo",
	"add audio prompt": "audio", "add video prompt": "video", "add file prompt": "file",
}

// settingTypes are settings that stand as rows of the sheet survey.
var settingTypes = map[string]string{
	"form_title": "title", "set_form_title": "title", "form_id": "id_string", "set_form_id": "id_string", "prefix": "prefix",
}

const controls = `(group|lgroup|repeat|loop|looped group)`

var (
	beginControl = regexp.MustCompile(`^begin[\s_]` + controls + `( (over )?\S+)?$`)
	endControl   = regexp.MustCompile(`^end[\s_]` + controls + `$`)
	selection    = regexp.MustCompile(`^(add select one prompt using|add select multiple prompt using|select all that apply from|` +
		`select one from|select1|select_one|select one|select_multiple|select all that apply|select_one_external|` +
		`select_one_from_file|select_multiple_from_file|select one from file|select multiple from file|rank)` +
		` (\S+)( (or specify other|or_other|or other))?$`)
	osm = regexp.MustCompile(`^osm \S+`)
)

// selectionKind is the kind of a question that chooses from a list.
func selectionKind(command string) form.Kind {
	switch {
	case command == "rank":
		return form.Ranking
	case strings.Contains(command, "multiple") || strings.Contains(command, "all that apply"):
		return form.ChoicesOf
	}
	return form.ChoiceOf
}

func spelled(types map[string]questionType) map[string]questionType {
	out := make(map[string]questionType)
	for names, t := range types {
		for _, name := range strings.Split(names, "|") {
			out[name] = t
		}
	}
	return out
}

func number(n float64) *float64 { return &n }
