package api_test

import "testing"

func TestCatalogue(t *testing.T) {
	eachDB(t, func(_ *testing.T, h *harness) {
		nn, en := map[string]string{"Accept-Language": "nn"}, map[string]string{"Accept-Language": "en"}
		h.run([]row{
			{method: "GET", path: "/goals", status: 200, has: []string{`"number":17`, "Utrydde fattigdom", `"code":"6.4"`}},
			{method: "GET", path: "/goals", header: en, status: 200, has: []string{"No poverty"}, lacks: []string{"fattigdom"}},
			{method: "GET", path: "/catalogues", status: 200, has: []string{`"core":true`, `"indicators":44`, "Felles kjerne"}},
			{method: "GET", path: "/catalogues", header: en, status: 200, has: []string{"Common core"}},
			{method: "GET", path: "/indicators", status: 200, has: []string{`"code":"17.17-partner"`, `"code":"1.2-lowinc"`}},
			{method: "GET", path: "/indicators?goal=6", status: 200, has: []string{`"code":"6.4-leak"`}, lacks: []string{"16.7-turnout"}},
			{method: "GET", path: "/indicators?codes=6.4-leak,9.9-none", status: 200, has: []string{`"code":"6.4-leak"`}, lacks: []string{"16.7-turnout", "9.9"}},
			{method: "GET", path: "/indicators?codes=6.4%20leak", status: 422},
			{method: "GET", path: "/indicators?q=valg", status: 200, has: []string{"16.7-turnout"}, lacks: []string{"6.4-leak"}},
			{method: "GET", path: "/indicators?q=U4SSC+sc-sh-si-4c", status: 200, has: []string{"16.7-turnout", `"u4ssc":"SC: SH: SI: 4C"`}, lacks: []string{"6.4-leak"}},
			{method: "GET", path: "/indicators/12.7-proc", status: 200, has: []string{`"formula":"100.0 * with_criteria / all"`, `"derived":false`, `"bottomLine":"economic"`, `"quality":"own"`, `"changes":[]`}},
			{method: "GET", path: "/catalogue-table", status: 200, has: []string{"\uFEFFcode,goal,target,", "\n16.7-turnout,16,16.7,"}},
			{method: "GET", path: "/catalogue-table?catalogue=" + h.w.lia.String(), status: 404},
			{method: "GET", path: "/indicators?catalogue=" + h.w.lia.String(), status: 404},
			{method: "GET", path: "/indicators/16.7-turnout", header: nn, status: 200,
				has: []string{`"lower":55.1`, `"basis":"reference_distribution"`, `"referenceYear":2023`, `"version":"2026.1"`, `"scored":true`, `"referenceSet":"357 norske kommunar"`}},
			{method: "GET", path: "/indicators/16.7-turnout", status: 200, has: []string{`"referenceSet":"357 norske kommuner"`}},
			{method: "GET", path: "/indicators/16.7-turnout", header: en, status: 200, has: []string{`"referenceSet":"357 Norwegian municipalities"`}},
			{method: "GET", path: "/indicators/6.4-leak", status: 200, has: []string{`"scored":false`, `"basis":"none"`}, lacks: []string{`"lower":`}},
			{method: "GET", path: "/indicators/5.5-council", status: 200, has: []string{`"middle":50`, `"direction":"middle"`}},
			{method: "GET", path: "/indicators/9.9-none", status: 404, has: []string{`"code":"not-found"`}},
			{method: "GET", path: "/method", status: 200, has: []string{`{"band":"behind","from":33,"to":66}`, `"id":"us-cities"`, `"id":"rank"`, `"id":"progress","name":"Progress","version":"1"`, `"minimumRegion":3`, `"label":"Hvor langt unna målet","value":30`, `"key":"cpv"`}},
			{method: "GET", path: "/method", header: en, status: 200, has: []string{"How far from the aim"}, lacks: []string{`"label":""`, `"description":""`}},
		})
	})
}

func TestRoundTargets(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		round := withFigures(t, h)
		list := "/rounds/" + round.String() + "/targets"
		leak := list + "/6.4-leak"
		target := map[string]any{"lower": 50, "optimum": 10, "green": 20, "red": 40, "reason": map[string]string{"nb": "Vedtatt i regionrådet"}}
		fresh, first := map[string]string{"If-Match": `"0"`}, map[string]string{"If-Match": `"1"`}
		with := func(key string, value any) map[string]any {
			other := map[string]any{}
			for k, v := range target {
				other[k] = v
			}
			other[key] = value
			return other
		}
		h.run([]row{
			{method: "GET", path: list, as: "lia-respondent", status: 200, has: []string{`"settable":true`, `"set":false`}, lacks: []string{`"set":true`}},
			{method: "GET", path: list, as: "fjell-respondent", status: 404},
			{method: "GET", path: list, as: "nabo-coordinator", status: 404},
			{method: "GET", path: list, status: 401},
			{method: "PUT", path: leak, as: "lia-admin", header: fresh, body: target, status: 403},
			{method: "PUT", path: leak, as: "nabo-coordinator", header: fresh, body: target, status: 404},
			{method: "PUT", path: leak, as: "coordinator", header: fresh, body: with("optimum", 60), status: 422, has: []string{"optimum_not_below_lower", "lavere tall"}},
			{method: "PUT", path: leak, as: "coordinator", header: fresh, body: with("reason", map[string]string{}), status: 422, has: []string{`"path":"reason"`}},
			{method: "PUT", path: leak, as: "coordinator", header: fresh, body: target, status: 200, has: []string{`"version":1`, `"set":true`, `"lower":50`}},
			{method: "PUT", path: leak, as: "coordinator", header: fresh, body: target, status: 412, has: []string{`"current":`, `"version":1`}},
			{method: "PUT", path: leak, as: "coordinator", header: first, body: with("lower", 45), status: 200, has: []string{`"version":2`}},
			{method: "PUT", path: list + "/16.7-turnout", as: "coordinator", header: fresh, body: with("optimum", 60), status: 409, has: []string{"bounds-in-catalogue"}},
			{method: "PUT", path: list + "/9.9-none", as: "coordinator", header: fresh, body: target, status: 404},
			// Lia's 33.3 on 45 to 10 is 100 * 11.7 / 35
			{method: "GET", path: "/status/regions/" + h.w.testdal.String() + "/indicators/6.4-leak?round=" + round.String(), as: "council", status: 200,
				has: []string{`"score":33.4`, `"basis":"region"`, "Vedtatt i regionrådet"}},
		})
	})
}
