// Package expr is for expressions that people write and a machine checks before
// anybody depends on them: conditions, calculations and choices among choices.
//
// The language is a part of CEL (github.com/google/cel-spec). Numbers are doubles
// alone, texts, yes/no, lists of texts, records with known fields and lists of
// them; the operators + - * / ! && || ?: == != < <= > >= in; the macros all,
// exists, exists_one, map and filter; and the functions of [Functions], which may
// also be written as methods (name.contains("x")).
//
// [Scope.Compile] gives the canonical text, which is what is stored and sent to
// the browser: whole numbers are written as doubles, methods as functions, null as
// a branch of ?: as none(), and a pattern so that RE2 and JavaScript (with its
// u flag) match the same texts by it. The canonical text of a canonical text is
// itself.
//
// What is missing is null: a name that nobody answered, a field of a record, an
// element of a list. A list is never null, it is empty. == and != take null as any
// other value; a function whose table says so takes it; every other operation on
// it has no result. Neither has an expression that needs such a result, but for
// false && x, true || x, and any and all, which know theirs anyway, in whichever
// order they stand. A number that is not finite is no result either: 1/0 on its
// own has none, while comparisons with it follow IEEE 754. Nor is a text of more than
// 100 000 characters or a list of as many elements. Whoever asks decides
// what no result means; a condition without one does not hold.
//
// It must never know what the names stand for, run a text that it has not checked,
// or give another result for the same text and values.
package expr
