package matching

import "strings"

// filler tells whether a lower-case word of a text in some language, with the
// stem it has there, says nothing of what is needed or offered: it stands in the
// lists of that language below, or is another form of one that does. A number by
// itself says nothing either.
func filler(word, root, lang string) bool {
	return fillers[family(lang)][root] || strings.Trim(word, "0123456789") == ""
}

// family is the language under which endings and fillers are kept: bokmål and
// nynorsk share theirs.
func family(lang string) string {
	if lang == "nb" || lang == "nn" {
		return "no"
	}
	return lang
}

// fillers are, by family and as [stem] leaves them, the words that carry no
// matter: those that hold sentences together, those so common that two texts
// share them by chance, and the frame of the titles that the service itself
// writes. One language's fillers are another's matter (fire is four), so a word
// is looked up in its own alone.
var fillers = map[string]map[string]bool{
	"no": stems("no", norwegianGrammar, norwegianNumbers, norwegianCommon, norwegianFrame),
	"en": stems("en", englishGrammar, englishNumbers, englishCommon, englishFrame),
}

func stems(lang string, texts ...string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(strings.Join(texts, " ")) {
		set[stem(word, lang)] = true
	}
	return set
}

// Words of fewer than [shortest] letters never count and are not listed.
const (
	norwegianGrammar = `
		ain aldri alle allerede alltid alt altså andre anna annan annen annet att bak bakom bare begge ble blei bli blir blitt bort borte både båe
		dei deim dem den denne der dere deres deretter derfor dermed dersom dess desse det dette difor din dine disse dit ditt dykk dykkar egen
		eget egne eiga eige eigen eigne ein eine eit eitt eller ellers elles enda enkelt enkelte enn ennå etter fleire flere flest fleste for
		foran fordi fra fram framfor frem frå får fått færre før føre gir gitt gjennom gjenom gjer gjere gjev gjeve gjord gjorde gjort gjør gjøre
		hadde haft han hans har hatt hennar henne hennes her hit hjå hos hun hva hvem hver hverandre hvert hvilke hvilken hvilket hvis hvor
		hvordan hvorfor hvorvidt ifra igjen ikke ikkje imellom imens imot inga ingen ingenting inkje inn innafor innan innanfor inne innen
		innenfor inntil jamvel jeg kan kor korfor korleis korvidt kunna kunne kva kvar kvarandre kvart kven kvifor laget langs lik lika like
		likevel man med medan meir mellom men mens mer mest min mindre mine minst minste mitt mot mye mykje måtte møt ned nedanfor nede nedenfor
		nei noe noen noko nokon nokre nokså når nær nærare nærmere nærmest også omkring opp oppe oppover over overalt rundt saman same samme
		sammen samstundes samt samtidig seg selv sida sidan side siden sin sine sitt sjå sjøl sjølv skal skulla skulle slik slike slikt snart som
		såleis sånn sånne tar tatt tek teke til tilbake trass tross under unnateke unntatt utan utanfor ute uten utenfor utover var vart ved vel
		veldig vere vert via vil vilja ville vore vår våre vårt være vært øverst øvst`
	norwegianNumbers = `
		elleve ett fem fire fjerde fyrste første halv halve hundre million millionar millioner null seks siste sju syv tjue tolv tre tredje tretti
		tusen åtte éin éit`
	norwegianCommon = `
		aleine alene all allment annerledes annleis bedre best beste bestill bestille bestiller bestilt betre blant bra bruk brukar brukast bruke
		bruker brukes brukt del delar delast dele deler deles delt delte drift driv drive driver drives eksempel enkel enkle fast ferdig finn
		finna finnast finne finner finnes finnest finst fleirtal folk fordelast fordele fordeler fordelt forhold form følge følger følgje følgjer
		fører gamle gammal gammalt gammel gammelt gang gangar gangen ganger ganske gjeld gjeldande gjelde gjeldende gjelder god gode godt går gått
		halde heil heile heilt hel held hele helt hold holde holder høg høgare høge høgt høy høye høyere høyt ifølge ifølgje innhald innhold kall
		kalle kjem kjent kom kome komme kommer kommet krav krev kreve krever lag laga lagar lagd lage lager lang lange langt lav lave lavere lavt
		lenge lenger lengre let lete lett lettare lette lettere ligg ligge ligger lite liten litt låg lågare låge lågt mange mangt mengde mengder
		mogleg moglege moglegheit mulig mulige mulighet måtar måte måten måter nyare nye nyere nytt ofte områda område områder omtrent rask raskt
		regne regner rekke rekkje rekne rett rette sak saker samla samlet seint sent ser sett sette setter settes sist skje skjer slutt små stad
		staden stader sted steder stedet stille stiller stor store stort stå står stått større størst svært syn syner synes synest særleg særlig
		tid tida tiden tidleg tidlegare tidlig tidligere ting treng trenge trenger trengs trengst trengte tyngre ulik ulike ulikt vanleg vanlegvis
		vanlig vanligvis vanskeleg vanskelig verd verkar verke verst verste virke virker vis vise viser visse visst viste`
	norwegianFrame = `
		andel andelar andeler behov dag dagar dager dato døgn kommunal kommunale kommunane kommunar kommune kommunes kommunens kommunenes kommunanes kommunen kommunene kommuner løsning
		løsninger løysing løysingar minutt mål måle målet målt månad månader måned måneder oppdikta oppdiktede oppdiktet plass prosent
		prosentpoeng region regionen tal tala talet tall tallene tallet tilbod tilbud tilby tilbyr tilbys timar time timer uke uker veke veker åra
		årene året årleg årlig`

	englishGrammar = `
		about above across after again against ago all almost alone along already also although always among and another any anybody anyone
		anything are around away back became because become becomes been before behind being below beside besides best better between beyond both
		but came can cannot close closer come comes coming could did does doing done down due during each either else enough entire especially etc
		even ever every everybody everyone everything everywhere far few fewer first for from further get gets getting give given gives giving
		goes going gone got had has have having hence her here hers him himself his how however inside instead into its itself just keep keeps
		kept last late later least less let lets like likely little made main mainly make makes making many may maybe might more moreover most
		mostly much must near nearly neither never next nobody none nor not nothing now nowhere off often once one only onto other others
		otherwise our ours ourselves out outside over own per perhaps put quite rather really same say says see seen self several shall she should
		since some somebody someone something sometimes somewhere soon still such take taken takes taking than that the their theirs them
		themselves then there therefore these they this those though through throughout thus till today together too toward towards under unless
		unlike until upon very via was way ways well were what whatever when whenever where whereas wherever whether which while who whoever whole
		whom whose why will with within without would yes yet you your yours yourself`
	englishNumbers = `
		eight eleven fifth five four fourth half hundred hundreds million millions nine second seven six ten third thirty thousand thousands three
		twelve twenty two zero`
	englishCommon = `
		able according actually add added alike allow allowed allows amount amounts ask asks available based big bigger bring brings call called
		case cases certain clear common costly course day days different difficult easier easily easy end ends example examples find finding finds
		follow following follows form found full fully general generally good great help helpful helps high higher hold holds important include
		included includes including kind kinds know known large larger largest lead leads long longer look looking looks lot lots low lower matter
		matters mean means need needed needing needs new number numbers offer offered offers old open order overall part parts people
		place placed places possible provide provided provider provides providing quick quickly raise reach regard related require required
		requires right run running runs service services set sets share shared shares sharing show showing shown shows side similar simple simply
		single small smaller sort stand stands start started starts suitable support supports sure system systems thing things time times try turn
		turns type types use used useful user users uses using usual usually various want wanted wants work working works worse worst`
	englishFrame = `
		area areas cent council councils date figure figures goal goals hour hours measured month months municipal municipalities municipality
		percent percentage point points region regional solution solutions target targets week weekly weeks year yearly years`
)
