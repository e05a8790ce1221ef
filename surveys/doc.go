// Package surveys is for rounds, questionnaire versions, a municipality's
// response with its answers and their review, and submissions.
//
// It must never change a submission or a published questionnaire version, take
// a question without an answer for zero, show a draft to anybody outside the
// municipality, or know of http.
package surveys
