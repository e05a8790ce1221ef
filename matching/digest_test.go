package matching

import "loftet/models"

// spoken is the lexicon of these tests.
var spoken = newLexicon(nil)

func worded(ignore string, texts ...models.Text) vocabulary {
	return vocabularyOf(spoken, ignore, texts...)
}
