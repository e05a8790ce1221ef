package xlsform

func dynamic(text, kind string) bool { return false }
func (r *reader) readLogic()         {}
