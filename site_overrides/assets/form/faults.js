// @ts-check
// What is wrong, in words for who fills in a form: check speaks of files and fields, and the form has neither.

/** By the code of a rule, or by the kind of a fault of the schema. What is not here cannot come out of a form. @type {Record<string, string>} */
export const FORM_WORDS = {
  A040: "De eindtijd ligt voor de begintijd. Kijk of ze verwisseld zijn.",
  A041: "De laatste dag ligt voor de eerste. Kijk of ze verwisseld zijn.",
  A043: "Vul bij “Vanaf” een dag in waarop het zeker is.",
  A045: "Op die dag is het toch al niet.",
  A046: "Alle dagen zijn voorbij. Zet er een nieuwe bij, of zeg bij “Klopt het nog?” dat het gestopt is.",
  A047: "Deze dag is voorbij. Is het er weer? Kies dan “Ja”.",
  A048: "Deze dag moet nog komen. Gaat het stoppen? Vul dan bij de dagen “Tot en met” in.",
  A050: "Een prijs van niets: kies dan “Gratis”.",
  A051: "U koos “Gratis”, maar de tekst noemt iets dat geld kost. Schrijf bij de kosten wat iemand zelf betaalt.",
  A060: "De laagste leeftijd is hoger dan de hoogste.",
  A070: "Dit is geen goed webadres. Neem het over uit de adresbalk van uw browser.",
  A071: "Kijk of het adres ook met https:// werkt.",
  A080: "Dit is geen Nederlands telefoonnummer. Schrijf tien cijfers, zoals 0522 123 456.",
  A081: "Dit is een mobiel nummer. Gebruik liever het nummer van de organisatie. Kan dat niet? Vraag of dit nummer op de site mag.",
  A082: "Dit is geen mailadres. Schrijf het zoals info@voorbeeld.nl.",
  A083: "Dit kan het adres van een persoon zijn. Gebruik liever dat van de organisatie.",
  A085: "Dit is een betaald nummer: bellen kan tot € 1 per minuut kosten. Gebruik liever een gewoon nummer, of schrijf bij de kosten wat bellen kost.",
  A100: "Hier staan tekens die de tekst opmaken. Schrijf gewone zinnen.",
  A150: "Deze dag moet nog komen.",
  B011: "Hier staat een teken dat u niet ziet. Typ de tekst opnieuw.",
  bedrag: "Schrijf alleen het bedrag, zoals 2,50.",
  brondatum: "Schrijf een dag zoals 24-12-2026, of alleen het jaar.",
  datum_bestaat_niet: "Deze dag bestaat niet. Schrijf een dag zoals 24-12-2026.",
  datum_vorm: "Schrijf een dag zoals 24-12-2026.",
  getal: "Dit getal past hier niet.",
  leeg: "Dit moet erbij.",
  missing: "Dit moet erbij.",
  postcode: "Een postcode heeft vier cijfers en twee letters, zoals 7941 AB.",
  string_too_long: "Deze tekst is te lang. Gebruik hoogstens {max_length} letters.",
  tijd_bestaat_niet: "Deze tijd bestaat niet. Schrijf een tijd zoals 19.30.",
  tijd_vorm: "Schrijf een tijd zoals 19.30.",
  too_long: "Kies er hoogstens {max_length}.",
  too_short: "Kies er ten minste een.",
};

export const OTHERWISE = "Dit kan hier niet.";

/**
 * A fault of the schema as a problem.
 * @param {import("./schema.js").Fault} fault
 * @param {import("./rules.js").Rules} rules
 * @returns {import("./rules.js").Problem}
 */
export function ofFault(fault, rules) {
  const words = /** @type {Record<string, any>} */ ({ max_length: fault.limit });
  const text = FORM_WORDS[fault.kind] ?? OTHERWISE;
  const says = text.replace(/\{(\w+)\}/g, (_, name) => words[name] ?? "");
  return { code: rules.codes[fault.kind] ?? "V099", at: fault.at, says };
}
