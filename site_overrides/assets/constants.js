// @ts-check
// Made by python -m scripts.docs of generator/show/looks/constants.py: change that, and not this.
export const UNKNOWN = "onbekend";
export const DAYS = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split(" ");
export const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");
export const NUMBERS = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf".split(" ");
export const FACETS = {"thema": [], "dag": ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"], "dagdeel": ["ochtend", "middag", "avond"], "kosten": ["gratis", "tot-5"], "aanmelden": ["niet-nodig", "eerste-keer", "nodig"], "toegankelijk": ["rolstoel", "rollator", "ringleiding", "toilet", "rustig", "zittend", "assistentiehond", "begeleider_gratis"], "voor": ["volwassenen", "ouderen", "jongeren", "kinderen", "gezinnen", "mannen", "vrouwen", "mantelzorgers", "nabestaanden", "dementie", "beperking", "nieuwkomers"], "mee": ["meegaan", "alleen"], "gecontroleerd": ["ja"], "gemeente": [], "wijk": []};
export const ORDERS = "best datum naam".split(" ");
export const KNOWN_DAYS = 56;
export const CHEAP = 5;
export const LENGTH_WEIGHT = 0.4;
export const MOST_ON_LIST = 12;
export const FORM_PAGE = "meedoen/formulier/";
export const LEAF = "blad.html";
export const LIST_PAGE = "lijst/";
export const SEARCH_PAGE = "zoeken/";
export const SEARCH_FILES = "zoeken/zoek.json";
