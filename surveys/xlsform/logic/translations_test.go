package logic_test

import (
	"testing"

	"loftet/internal/expr"
	"loftet/surveys/xlsform/logic"
)

// What forms write most often, as it is stored.
func TestTranslations(t *testing.T) {
	known, err := expr.NewScope(types)
	if err != nil {
		t.Fatal(err)
	}
	for written, want := range map[string]string{
		"${n} > 3":                               "n > 3.0",
		"not(${n} > 3)":                          "!(answered(n) && n > 3.0)",
		"${n} != 3":                              "n != 3.0",
		"${n} = ''":                              "!answered(n)",
		"${n} != '' and ${n} < 2":                "answered(n) && n < 2.0",
		"${n} = 'NaN'":                           "!answered(n)",
		"${n}+1=3":                               "answered(n) && n + 1.0 == 3.0",
		"${c} = 1":                               `c == "1"`,
		"${c} > 1":                               "number(c) > 1.0",
		"${c}='1' OR ${c} == 'a'":                `c == "1" || c == "a"`,
		"selected(${m}, 'a')":                    `selected(m, "a")`,
		"count-selected(${m}) > 1":               "length(m) > 1.0",
		". >= 0 and . <= 120":                    "value >= 0.0 && value <= 120.0",
		". = 0 or.> ${n}":                        "value == 0.0 || value > n",
		"regex(${t}, '[A-Z]{2}')":                `matches(t, "^[A-Z]{2}$")`,
		"if(${n} > 1, 'x', '') = 'x'":            `((answered(n) && n > 1.0) ? "x" : "") == "x"`,
		"string-length(${t}) > 2":                "length(text(t)) > 2.0",
		"int(${n} div 2) mod 2 = 1":              "answered(n) && mod(trunc(n / 2.0), 2.0) == 1.0",
		"coalesce(${n}, ${k}) >= 1":              "coalesce(n, k) >= 1.0",
		"concat(${t}, '-', ${n}) = 'a-1'":        `text(t) + "-" + text(n) == "a-1"`,
		"date('2026-01-01') <= today()":          `"2026-01-01" <= today()`,
		"jr:choice-name(${c}, '${c}') = 'A'":     `label("l", text(c)) == "A"`,
		"true() and not(false())":                "true",
		"-${n} * (2 - ${k}) < 0":                 "-n * (2.0 - k) < 0.0",
		"${n} = 1 or (${n} = 2 and ${k} = 3)":    "n == 1.0 || n == 2.0 && k == 3.0",
		"boolean(${t})":                          "answered(t)",
		"round(${n}, 1) = 2.5":                   "round(n, 1.0) == 2.5",
		"min(${n}, ${k}) > 0":                    "min([n, k]) > 0.0",
		"format-date(today(), '%Y') = '2026'":    `formatDate(today(), "%Y") == "2026"`,
		"decimal-date-time('2026-01-01') > ${n}": `days("2026-01-01") > n`,
	} {
		result, fault := logic.Condition(written, scope)
		if fault != nil {
			t.Errorf("%s: %v", written, fault)
			continue
		}
		compiled, wrong := known.Compile(result.Code, expr.Bool)
		if wrong != nil {
			t.Errorf("%s became %s: %v", written, result.Code, wrong)
		} else if got := compiled.Canonical(); got != want {
			t.Errorf("%s became\n%s\n%s", written, got, want)
		}
	}
}

func TestWhatCannotBeTaken(t *testing.T) {
	for written, want := range map[string]logic.Fault{
		"${n} >":                        {At: 6, Kind: logic.Broken},
		"(${n} > 1":                     {At: 9, Kind: logic.Broken},
		"${n} = 'a":                     {At: 7, Kind: logic.Broken},
		"${n} > 1 && ${k} > 2":          {At: 9, Kind: logic.Broken},
		"foo(${n})":                     {At: 0, Kind: logic.Unsupported},
		"selected(${m})":                {At: 0, Kind: logic.Broken},
		"position(..) > 1":              {At: 0, Kind: logic.Unsupported},
		"indexed-repeat(${n}, ${n}, 1)": {At: 0, Kind: logic.Unsupported},
		"instance('a')/b[c = 1]":        {At: 0, Kind: logic.Unsupported},
		"${last-saved#n} = 1":           {At: 0, Kind: logic.Unsupported},
		"regex(${t}, '(?=a)b')":         {At: 12, Kind: logic.BadPattern},
	} {
		_, fault := logic.Condition(written, scope)
		if fault == nil || fault.At != want.At || fault.Kind != want.Kind {
			t.Errorf("%s: %+v", written, fault)
		}
	}
}
