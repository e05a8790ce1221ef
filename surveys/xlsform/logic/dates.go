package logic

import (
	"strings"

	"loftet/surveys/xlsform/xpath"
)

func dated(code string) value { return value{is: Text, code: code, plain: true, date: true} }

// date is the day of a number of days, of a text or of a date.
func (t *translation) date(e *xpath.Call) value {
	v := t.value(e.Args[0])
	if v.date && v.answer != nil || v.text != nil && len(*v.text) == len("2026-11-23") && day.MatchString(*v.text) {
		v.date = true
		return v
	}
	if v.is != Text {
		v = asNumber(v)
	}
	v = of(Text, "date", v)
	v.date = true
	if len(v.needs) == 0 && v.plain {
		v.needs = []string{answered(v.code)}
	}
	return v
}

// moment is a date with its time.
func (t *translation) moment(e *xpath.Call) value {
	v := t.value(e.Args[0])
	if v.is != Text {
		t.note("time_left_out", "the time of day of date-time() is left out")
		return t.date(e)
	}
	v.date = true
	return v
}

func (t *translation) days(e *xpath.Call) value {
	v := t.value(e.Args[0])
	if v.is == Number {
		return v
	}
	v.date = v.text == nil
	return asNumber(v)
}

// formatDate writes a date as a text says.
func (t *translation) formatDate(e *xpath.Call) value {
	v := t.value(e.Args[0])
	as, ok := e.Args[1].(*xpath.Text)
	if !ok {
		refuse(e, Unsupported, "date_format_written", "How %s() writes a date must be written out in quotes", e.Function)
	}
	for i := 0; i < len(as.Value); i++ {
		if as.Value[i] == '%' {
			if i++; i == len(as.Value) || !strings.ContainsRune("YymnbdeHhMS3a%", rune(as.Value[i])) {
				refuse(as, Unsupported, "date_format", "A date can be written with %%Y %%y %%m %%n %%b %%d %%e %%a %%H %%h %%M %%S %%3, not as %q", as.Value)
			}
		}
	}
	if v.is != Text {
		v = asNumber(v)
		v = of(Text, "date", v)
	}
	v = of(Text, "formatDate", v, textOf(as.Value))
	if len(v.needs) == 0 {
		v.needs = []string{answered(v.code)}
	}
	return v
}
