package api_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/google/uuid"

	"loftet/api/contract"
	"loftet/models"
	"loftet/orgs"
)

// slots are the ids that an operation takes, by their names in the contract:
// parameters of path and query, fields of bodies.
type slots map[string]string

// matrixRoles are the roles with who plays them; nobody is signed in as "".
var matrixRoles = map[string]string{"": "", "respondent": "lia-respondent", "approver": "lia-approver", "municipality_admin": "lia-admin",
	"coordinator": "coordinator", "council_member": "council", "supplier": "varme", "verifier": "verifier", "admin": "admin", "helper": "lia-helper"}

// matrixWorld holds for each role the ids of records that are its own, and those
// of another region, municipality and business, as far from public as can be.
type matrixWorld struct {
	*harness
	own     map[string]slots
	foreign slots
}

// newMatrixWorld closes a round of Testdal with a published need, and makes the
// neighbours' records: a round in draft, one in which Fjell has submitted, a
// candidate, a draft of a solution.
func newMatrixWorld(t *testing.T) *matrixWorld {
	t.Helper()
	return matrixWorldOn(onSQLite(t))
}

func matrixWorldOn(h *harness) *matrixWorld {
	h.t.Helper()
	w := h.w
	need := h.candidate()
	bench := "/workbench/needs/" + need
	h.must(row{as: "coordinator", method: "POST", path: bench + "/confirmation"}, nil)
	h.must(put(bench, "2", needEdit("Hvordan får vi klimabudsjett?")).by("coordinator"), nil)
	h.must(h.decide("coordinator", bench, "publication"), nil)
	var rounds contract.Rounds
	h.must(row{as: "coordinator", method: "GET", path: "/rounds?region=" + w.testdal.String()}, &rounds)
	for _, state := range []string{"frozen", "published"} {
		h.must(row{as: "coordinator", method: "POST", path: "/rounds/" + rounds.Items[0].ID.String() + "/state", body: map[string]any{"to": state}}, nil)
	}

	drafted, sent, other, shown := h.offer("varme"), h.offer("varme"), h.offer("varme"), h.offer("varme")
	for _, id := range []string{sent, other, shown} {
		h.must(row{as: "varme", method: "POST", path: "/solutions/" + id + "/submission"}, nil)
	}
	h.must(h.decide("coordinator", "/solutions/"+shown, "publication"), nil)

	m := &matrixWorld{harness: h, own: map[string]slots{}}
	home := map[string]uuid.UUID{"": w.lia, "respondent": w.lia, "approver": w.lia, "municipality_admin": w.lia,
		"coordinator": w.council, "council_member": w.council, "supplier": w.varme, "verifier": w.agency, "admin": w.agency}
	spare := map[uuid.UUID]string{w.lia: h.spare(w.lia, orgs.Approver), w.council: h.spare(w.council, orgs.CouncilMember),
		w.varme: h.spare(w.varme, orgs.Supplier), w.agency: h.spare(w.agency, orgs.Admin)}
	for role, org := range home {
		m.own[role] = slots{"regionId": w.testdal.String(), "region": w.testdal.String(), "municipality": w.lia.String(), "organisationId": org.String(),
			"membershipId": spare[org], "roundId": rounds.Items[0].ID.String(), "round": rounds.Items[0].ID.String(),
			"responseId": h.responseOf("lia-respondent"), "attachmentId": h.evidenceOf("lia-respondent"), "needId": need, "solutionId": shown, "solution": drafted}
		h.spoken(m.own[role])
	}
	for role := range home {
		m.own[role]["questionnaireId"] = h.questionnaire("coordinator", w.testdal, "Skjema for "+role)
	}
	m.joining(home)
	m.own["supplier"]["solutionId"] = drafted
	handed := h.handed(m.own["respondent"]["responseId"], 14, h.w.people["lia-respondent"], "").String() // in a round that is over
	for role := range home {
		m.own[role]["assignmentId"] = handed
		m.own[role]["personId"] = h.w.people["lia-respondent"].String()
	}
	m.own["helper"] = maps.Clone(m.own["respondent"])
	m.own["helper"]["responseId"], m.own["helper"]["assignmentId"] = h.helper("lia-helper", h.w.lia)
	var paper contract.Attachment
	h.must(row{as: "lia-helper", method: "POST", path: "/responses/" + m.own["helper"]["responseId"] + "/answers/13.2-budget/files?name=vedtak.pdf",
		body: []byte("%PDF-1.7 hjelp")}, &paper)
	m.own["helper"]["attachmentId"] = paper.ID.String()
	var said contract.AnswerComment
	h.must(row{as: "lia-respondent", method: "POST", path: "/responses/" + m.own["helper"]["responseId"] + "/comments",
		body: map[string]any{"code": "13.2-budget", "text": "Se på tallet"}}, &said)
	m.own["helper"]["commentId"] = said.ID.String()
	m.own["coordinator"]["solutionId"], m.own["admin"]["solutionId"] = sent, other // each may return its own
	m.foreign = h.neighbours()
	m.joiningNextDoor()
	m.papers()
	return m
}

// evidenceOf gives the file behind an answer of somebody's municipality.
func (h *harness) evidenceOf(actor string) string {
	h.t.Helper()
	var goal contract.ResponseGoal
	h.must(row{as: actor, method: "GET", path: "/responses/" + h.responseOf(actor) + "/goals/13"}, &goal)
	for _, q := range goal.Questions {
		if q.Evidence != nil {
			return (*q.Evidence)[0].ID.String()
		}
	}
	h.t.Fatal("no evidence")
	return ""
}

// offer makes a solution of a business that can be sent in.
func (h *harness) offer(business string) string {
	h.t.Helper()
	var made contract.Solution
	h.must(row{as: business, method: "POST", path: "/solutions", body: solutionEdit(nil)}, &made)
	return made.ID.String()
}

func solutionEdit(regions []string) map[string]any {
	return map[string]any{
		"title": map[string]string{"nb": "Klimaregnskap"}, "summary": map[string]string{"nb": "Verktøy"}, "description": map[string]string{},
		"goals": []int{13}, "targets": []string{"13.2"}, "indicators": []any{}, "cpv": []string{}, "regionIds": append([]string{}, regions...),
		"trl": 9, "marketState": "", "priceModel": "", "references": "", "website": "",
	}
}

// spare gives an organisation a person whose role may end.
func (h *harness) spare(org uuid.UUID, role orgs.Role) string {
	h.t.Helper()
	id := models.NewID()
	h.write(func(tx *models.Tx) error {
		p := models.Person{Base: base(tx), Name: "Reserve", SortKey: "reserve", Email: id.String() + "@example.no", Language: "nb"}
		must(tx.G.Create(&p).Error)
		return tx.G.Create(&models.Membership{ID: id, PersonID: p.ID, OrganisationID: org, Role: string(role),
			ValidFrom: "2020-01-01", CreatedAt: tx.Now}).Error
	})
	return id.String()
}

func (h *harness) write(do func(tx *models.Tx) error) {
	h.t.Helper()
	if err := h.w.db.Write(h.t.Context(), do); err != nil {
		h.t.Fatal(err)
	}
}

// neighbours makes the records of the other region and the other business.
func (h *harness) neighbours() slots {
	h.t.Helper()
	plan := func(name string) (round contract.Round) {
		h.must(row{as: "nabo-coordinator", method: "POST", path: "/rounds", body: roundPlan(h.w.naboland.String(), name)}, &round)
		return round
	}
	open, draft := plan("Naboland 2026"), plan("Naboland, utkast")
	h.must(row{as: "nabo-coordinator", method: "POST", path: "/rounds/" + open.ID.String() + "/state", body: map[string]any{"to": "open"}}, nil)
	h.respond("fjell", "no")
	need, membership := models.NewID(), h.spare(h.w.fjell, orgs.Respondent)
	h.write(func(tx *models.Tx) error {
		n := models.Need{Base: base(tx), RegionID: h.w.naboland, RoundID: &open.ID, Goal: 13, State: "candidate", RuleVersion: "1",
			PriorityParts: map[string]float64{}, Title: models.Text{"nb": "Hemmelig"}, Fact: models.Text{}, RootCauses: models.Text{},
			WantedEffect: models.Text{}, Volume: models.Text{}, Timeline: models.Text{}, CPV: []string{}, PublishedDeadline: "9999-12-31"}
		n.ID = need
		return tx.G.Create(&n).Error
	})
	var solution contract.Solution
	h.must(row{as: "lys", method: "POST", path: "/solutions", body: solutionEdit([]string{h.w.naboland.String()})}, &solution)
	fjell := h.responseOf("fjell-respondent")
	theirs := slots{"personId": h.w.people["fjell-respondent"].String(), "assignmentId": h.handed(fjell, 13, h.w.people["fjell-respondent"], "").String(),
		"regionId": h.w.naboland.String(), "organisationId": h.w.fjell.String(), "municipality": h.w.fjell.String(), "membershipId": membership,
		"roundId": draft.ID.String(), "round": draft.ID.String(), "responseId": fjell, "attachmentId": h.evidenceOf("fjell-respondent"), "needId": need.String(),
		"solutionId": solution.ID.String(), "solution": solution.ID.String()}
	theirs["questionnaireId"] = h.questionnaire("nabo-coordinator", h.w.naboland, "Naboens skjema")
	h.spoken(theirs)
	return theirs
}

// questionnaire makes a questionnaire for a region.
func (h *harness) questionnaire(as string, region uuid.UUID, name string) string {
	h.t.Helper()
	var made contract.QuestionnaireDraft
	h.must(row{as: as, method: "POST", path: "/questionnaires", body: map[string]any{"regionId": region, "name": name, "form": ownForm()}}, &made)
	return made.ID.String()
}

// ownForm is a form with a general question and one of goal 13 that hangs on it.
func ownForm() map[string]any {
	return map[string]any{
		"id": "own", "version": "1", "title": map[string]string{"nb": "Egne spørsmål"}, "languages": []string{"nb"},
		"items": []any{
			map[string]any{"kind": "yes_no", "name": "has_plan", "label": map[string]string{"nb": "Har dere en plan?"}, "required": "true"},
			map[string]any{"kind": "whole", "name": "people", "label": map[string]string{"nb": "Hvor mange?"}, "goal": 13, "visible": "has_plan", "constraint": "value > 0"},
		},
	}
}

// spoken gives the response among the ids a question and a comment, and its
// municipality an effort and a strength.
func (h *harness) spoken(ids slots) {
	h.t.Helper()
	response := uuid.MustParse(ids["responseId"])
	h.write(func(tx *models.Tx) error {
		var r models.Response
		must(tx.G.Where("id = ?", response).Take(&r).Error)
		effort := models.Effort{Base: base(tx), OrganisationID: r.OrganisationID, RoundID: &r.RoundID, SpentOn: "2026-03-01", Minutes: 60, Activity: "answering"}
		must(tx.G.Create(&effort).Error)
		ids["effortId"] = effort.ID.String()
		judgement := models.Judgement{Base: base(tx), OrganisationID: r.OrganisationID, Kind: "strength", Text: "folk", JudgedOn: "2026-03-01"}
		must(tx.G.Create(&judgement).Error)
		ids["judgementId"] = judgement.ID.String()
		var there models.PlausibilityQuestion
		if err := tx.G.Where("response_id = ?", response).Limit(1).Find(&there).Error; err != nil || there.ID != uuid.Nil {
			ids["questionId"], ids["commentId"] = there.ID.String(), there.ID.String()
			return err
		}
		var answer models.Answer
		must(tx.G.Where("response_id = ?", response).Limit(1).Find(&answer).Error)
		q := models.PlausibilityQuestion{Base: base(tx), ResponseID: response, Revision: 1, IndicatorID: &answer.IndicatorID, Reason: "hvorfor", State: "open", AskedAt: tx.Now}
		c := models.AnswerComment{Base: base(tx), ResponseID: response, IndicatorID: &answer.IndicatorID, Text: "se her", State: "open"}
		c.ID = q.ID
		must(tx.G.Create(&q).Error)
		ids["questionId"], ids["commentId"] = q.ID.String(), c.ID.String()
		return tx.G.Create(&c).Error
	})
}

func roundPlan(region, name string) map[string]any {
	return map[string]any{"regionId": region, "name": name, "year": 2026, "opensAt": "2026-03-01T00:00:00Z", "closesAt": "2026-04-01T00:00:00Z"}
}

// matrixBodies are bodies that the contract takes, by operation.
var matrixBodies = map[string]func(ids slots) any{
	"signIn":               fixed(map[string]any{"email": "nobody@example.no", "password": "feil ord her"}),
	"chooseOrganisation":   func(ids slots) any { return map[string]any{"organisationId": ids["organisationId"]} },
	"requestPasswordReset": fixed(map[string]any{"email": "nobody@example.no"}),
	"setPasswordByLink":    fixed(map[string]any{"token": strings.Repeat("x", 43), "password": testWord}),
	"updateAccount":        fixed(map[string]any{"name": "Navn", "language": "nb"}),
	"changePassword":       fixed(map[string]any{"currentPassword": "feil ord her", "newPassword": "tre gule sykler"}),
	"eraseAccount":         fixed(map[string]any{"password": "feil ord her"}),
	"erasePerson":          fixed(map[string]any{"email": "nobody@example.no", "reason": "ba om det"}),
	"registerBusiness":     fixed(map[string]any{"orgNumber": "889640782", "businessName": "Ny AS", "personName": "Ny", "email": "ny@example.no", "language": "nb"}),
	"updateOrganisation":   fixed(map[string]any{"website": "", "mailbox": "", "language": "nb", "description": "", "publishesFigures": false}),
	"invitePerson":         fixed(map[string]any{"name": "Ny", "email": "ny@example.no", "role": "respondent", "language": "nb"}),
	"createRound":          func(ids slots) any { return roundPlan(ids["regionId"], "Matrise") },
	"updateRound":          fixed(map[string]any{"name": "Nytt navn", "opensAt": "2026-03-01T00:00:00Z", "closesAt": "2026-05-01T00:00:00Z"}),
	"changeRoundState":     fixed(map[string]any{"to": "frozen"}),
	"extendRound":          fixed(map[string]any{"closesAt": "2026-06-01T00:00:00Z", "reason": "de ber om det"}),
	"logEffort":            effortBody,
	"correctEffort":        effortBody,
	"recordJudgement":      fixed(judgementBody()),
	"changeJudgement":      fixed(judgementBody()),
	"setRoundReminders":    fixed(map[string]any{"times": []string{}}),
	"setRoundTarget":       fixed(map[string]any{"lower": 0, "optimum": 1, "reason": map[string]string{"nb": "fordi"}}),
	"openSection":          fixed(map[string]any{"token": strings.Repeat("x", 43)}),
	"handOverSection": func(ids slots) any {
		return map[string]any{"goal": 13, "personId": ids["personId"], "deadline": "2026-03-20"}
	},
	"renewAssignment": fixed(map[string]any{"deadline": "2026-03-20"}),
	"moveAssignment":  fixed(map[string]any{"to": "answered"}),
	"chooseIndicator": fixed(map[string]any{"chosen": false, "reason": "fordi"}),
	"chooseGoal":      fixed(map[string]any{"leftOut": true, "reason": "ikke vårt"}),
	"createQuestionnaire": func(ids slots) any {
		return map[string]any{"regionId": ids["regionId"], "name": "Matrise", "form": ownForm()}
	},
	"updateQuestionnaire": fixed(map[string]any{"name": "Nytt navn", "form": ownForm()}),
	"importQuestionnaire": fixed([]byte("survey\n,type,name,label\n,integer,people,Hvor mange?\n")),
	"saveEntry":           fixed(map[string]any{"value": true}),
	"moveResponse":        fixed(map[string]any{"preview": true}),
	"saveAnswer":          fixed(map[string]any{"state": "no_data", "reason": "ikke målt"}),
	"returnResponse":      fixed(map[string]any{"reason": "fordi"}),
	"reopenResponse":      fixed(map[string]any{"reason": "fordi"}),
	"correctResponse":     fixed(map[string]any{"reason": "fordi"}),
	"publishCorrection":   fixed(map[string]any{"reason": "fordi"}),
	"updateNeed":          fixed(needEdit("Matrise")),
	"rejectNeed":          fixed(map[string]any{"reason": "fordi"}),
	"createSolution":      fixed(solutionEdit(nil)),
	"updateSolution":      fixed(solutionEdit(nil)),
	"returnSolution":      fixed(map[string]any{"reason": "fordi"}),
	"attachFile":          fixed([]byte("%PDF-1.7 papir")),
	"handInFile":          fixed([]byte("%PDF-1.7 svar")),
	"attachLink":          fixed(map[string]any{"link": "https://example.no/sak"}),
	"readWorkbook":        fixed([]byte("PK")),
	"askQuestion":         fixed(map[string]any{"revision": 1, "code": "13.2-budget", "reason": "fordi"}),
	"standByAnswer":       fixed(map[string]any{"reason": "fordi"}),
	"markChecked":         fixed(map[string]any{"revision": 1}),
	"recordAnchoring":     fixed(map[string]any{"body": "Kommunestyret", "caseNumber": "31/23", "decidedOn": "2026-03-01", "text": "", "link": ""}),
	"addComment":          fixed(map[string]any{"code": "13.2-budget", "text": "Se på tallet"}),
	"markComment":         fixed(map[string]any{"state": "done"}),
	"dismissMatch": func(ids slots) any {
		return map[string]any{"needId": ids["needId"], "solutionId": ids["solutionId"], "reason": "passer ikke"}
	},
}

func effortBody(ids slots) any {
	return map[string]any{"roundId": ids["roundId"], "spentOn": "2026-03-01", "minutes": 30, "activity": "answering"}
}

func judgementBody() map[string]any {
	return map[string]any{"kind": "weakness", "goal": 13, "text": "Ingen har tid", "source": "Samling", "judgedOn": "2026-03-01"}
}

func fixed(body any) func(slots) any { return func(slots) any { return body } }
