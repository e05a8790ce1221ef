package indicators

// StoreVersion lets tests write a later version of a catalogue.
var StoreVersion = (*Service).storeVersion
