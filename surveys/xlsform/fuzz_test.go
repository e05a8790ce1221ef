package xlsform_test

import (
	"errors"
	"strings"
	"testing"

	"loftet/surveys/form"
	"loftet/surveys/xlsform"
)

const small = "survey\n,type,name,label::en,relevant,calculation\n,select_multiple l,a,A,,\n,calculate,b,,,count-selected(${a}) + 1\n" +
	",integer,c,C,\"selected(${a}, 'x') and ${b} > 1\",\nchoices\n,list_name,name,label::en\n,l,x,X\n,l,y,Y\nsettings\n,form_id\n,f\n"

// judged reads a file: it is refused with faults, or it is a form that compiles.
func judged(t *testing.T, name string, content []byte) {
	f, _, _, err := xlsform.Read(name, content)
	var faults xlsform.Faults
	if err != nil {
		if !errors.As(err, &faults) || len(faults) == 0 {
			t.Fatalf("an error that is no fault: %v", err)
		}
		return
	}
	if _, found := form.Compile(f); len(found) > 0 {
		t.Fatalf("a form with faults was taken: %v", found)
	}
}

func FuzzCSV(f *testing.F) {
	f.Add(small)
	f.Add(strings.ReplaceAll(small, "select_multiple l", "rank l or_other"))
	f.Add("survey\n,type,name,label\n,begin repeat,r,R\n,integer,x,X\n,end repeat,,\n,note,n,${x}\n")
	f.Add("\ufeff\"survey\",\"a\nb\"\r,,\"")
	f.Fuzz(func(t *testing.T, content string) { judged(t, "f.csv", []byte(content)) })
}

func FuzzXLSX(f *testing.F) {
	read, _, _, err := xlsform.Read("f.csv", []byte(small))
	if err != nil {
		f.Fatal(err)
	}
	content, err := xlsform.Write(read, ".xlsx")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(content)
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Fuzz(func(t *testing.T, content []byte) { judged(t, "f.xlsx", content) })
}

func FuzzExpression(f *testing.F) {
	for _, seed := range []string{
		"${a} = 'x'", "selected(${a}, 'x') and not(${b} > 1)", "if(${b} > 1, concat(${a}, 1), '')", ". >= 1 and . <= 5", "regex(., '[a-z]+')",
		"format-date(today(), '%d.%m.%Y')", "sum(${c}) div count(${r})", "${c} > 3", "../b + -1 mod 2", "instance('x')/" + "root/item[name = 1]", "((", "'", "${",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, expression string) {
		quoted := `"` + strings.ReplaceAll(expression, `"`, `""`) + `"`
		judged(t, "f.csv", []byte("survey\n,type,name,label,relevant,constraint,calculation,choice_filter\n,select_multiple l,a,A,,,,\n,integer,b,B,"+quoted+","+quoted+
			",,\n,begin repeat,r,R,,,,\n,decimal,c,C,"+quoted+",,,\n,end repeat,,,,,,\n,select_one l,d,D,,,,"+quoted+"\n,calculate,e,,,,"+quoted+
			",\nchoices\n,list_name,name,label,k\n,l,x,X,1\n,l,y,Y,2\n"))
	})
}
