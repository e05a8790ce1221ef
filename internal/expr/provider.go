package expr

import (
	"fmt"
	"maps"
	"slices"

	"cel.dev/cel-go/common/types"
)

// provider tells CEL which fields the records of a scope have.
type provider struct {
	*types.Registry
	records map[string]Type
}

// FindStructType gives the type of a record.
func (p provider) FindStructType(name string) (*types.Type, bool) {
	if record, known := p.records[name]; known {
		return types.NewTypeTypeWithParam(record.cel()), true
	}
	return p.Registry.FindStructType(name)
}

// FindStructFieldNames gives the names of a record's fields.
func (p provider) FindStructFieldNames(name string) ([]string, bool) {
	if record, known := p.records[name]; known {
		return slices.Sorted(maps.Keys(record.fields)), true
	}
	return p.Registry.FindStructFieldNames(name)
}

// FindStructFieldType gives the type of a record's field and how it is read.
func (p provider) FindStructFieldType(name, field string) (*types.FieldType, bool) {
	record, known := p.records[name]
	if !known {
		return p.Registry.FindStructFieldType(name, field)
	}
	is, known := record.fields[field]
	if !known {
		return nil, false
	}
	return &types.FieldType{
		Type:  is.cel(),
		IsSet: func(any) bool { return true },
		GetFrom: func(target any) (any, error) {
			values, ok := target.(map[string]any)
			if !ok {
				return nil, fmt.Errorf("no record: %T", target)
			}
			return values[field], nil
		},
	}, true
}
