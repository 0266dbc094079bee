"""Titles, offices and given names, to find the name of the officer who classified a cable."""

from __future__ import annotations

import re
import unicodedata

from .spelling import nearest

#: Words of titles and offices that are written out, also in plural; slips of the longer ones are forgiven.
_OFFICE_WORDS_WORDS = """
    congen consgen envoy observer inspector superintendent emissary marshal spokesman attorney cabinet
    correspondent parliamentary congressional hemisphere
    pacific asian african american near affair politics
    acting action administration administrative administrator adviser advisor affairs affaires africa agency
    agricultural agriculture ambassador americas analysis analyst area asia assistant associate attache aviation
    bilateral branch bureau charge chancery chairman chief civil classified classifier colonel commander commercial
    consul consular consulate control coordinator council counsel counsellor counselor counterterrorism country
    cultural d'affaires daffaires defense delegate delegation department deputy desk detachment development
    diplomatic director division drug economic economics economist embassy energy enforcement engagement environment
    environmental europe european executive external extaff facilitator finance financial first foreign general
    global governance governor head health human immigration india information intelligence interests interim
    internal international iraq iran issues labor law leader legal liaison lieutenant local logistics major
    management manager medical member military militarypolitical minister ministercounselor mission narcotics
    national naval nonproliferation north northern office officer operations organization outreach permanent plans
    pol-econ policy political political-economic political-military politicaleconomic politico-military population
    post presence press principal program programs proliferation protection provincial public rapporteur
    reconstruction refugee region regional relations reporting representative resources response rights science
    second secretary section security senior services social south southern special specialist staff state station
    strategic support team technology territorial terrorism third trade transnational transportation treasury
    undersecretary under unit united vice western eastern west east central washington labour multilateral narcotic
    charged chargee officers deputies dept dep amb min mr mrs ms dr adm gen col maj capt lt cdr brig rep asst sec
    off couns counslr
"""
OFFICE_WORDS: tuple[str, ...] = tuple(_OFFICE_WORDS_WORDS.split())

#: Short forms; matched whole, without points, slashes and hyphens.
_SHORT_FORMS_WORDS = """
    adml bgen brigadier bg captain cmdr commodore cpt cwo gysgt lcdr ltc ltcol ltg ltgen majgen mgen mg msg msgt rdml
    radm sergeant sfc sgt ssg ssgt tsgt usa usaf usarmy uscg usn vadm wo
    a acdm acg actg ad adcm adcmi adcmr af agatt agcouns agr ai amb amba ambassador ambs amembassy and ao apol
    apolcouns apolcounselor as asec at by ca cat cda cdai cds cg chargeai chief cio cmo com comatt coms con cons
    consgen consoff cpo cpt crso ct cust dac dag dao das dcm dcma dcmi ddir dea depassec depcouns depcounselor
    depecon depecouns deppol deppolchief deppolcoun deppolcouns des dhs dir dirs dod doj dos dpao dpo drl ds dsec du
    ea eap eb eca ecoff econ econchief econcons econcoun econcouns econcounselor econoff econpol econunit ecopol
    ecouns ecpol eeb emb emin envoff esc ese est estcouns esth esthoff estoff et eur exec execsec faa fas fbi fco
    fcs fo for from fsn fso gov gso head hr hro ic ics ig in inl inr interim io irm isn laboff laborcouns lao leg
    legat legatt mgt mil min minconsul mincoun mincouns minister mc mo mti nas nea ngo nsc occ odc oes of oic omb oms
    on osc pa pado pao pas pd pdas pdo pe pepf pic pm po poc pol polad polchief polcons polcoun polcouns
    polcounselor poldep poleco polecoff polecon poleconchief poleconcouns poleconcounselor poleconoff polecouns
    polfsn polint polmil polmilcouns polmiloff polmin polmincouns polmincounselor poloff polofficer poloffs polpo
    polunit prm prt prtcmdr rao rea refcoord regional rso sa sca sec secdef section spec sr ssc state sto the to
    unvie us usaid usdoc usembassy usg usint usmc usnato usun vc vcons visas wha with
"""
SHORT_FORMS = frozenset(_SHORT_FORMS_WORDS.split())

_GIVEN_NAMES_WORDS = """
    aaron adam alan albert alberto alec alejandro alex alexander alexandra alfred alice alicia alison allan allen
    amanda amy ana andrea andrew andy angela ann anna anne annette annie anthony antonio april arlene arnold arthur
    audrey barbara barry beatrice ben benjamin bernard beth betty bill blair bob bonnie brad bradley brenda brent
    brett brian bridget bruce bryan caitlin calvin cameron candace carl carla carlos carmen carol caroline carolyn
    carrie catherine cathy cecilia charles charlie charlotte cheryl chris christian christina christine christopher
    cindy claire clark claude clifford colin connie constance craig curtis cynthia dale dan dana daniel danny darren
    dave david dawn dean deborah debra dennis derek diana diane dirk don donald donna dora doris dorothy doug
    douglas duane duncan earl ed eddie edgar edith eduardo edward edwin eileen elaine eleanor elizabeth ellen emily
    eric erica erik ernest ethan eugene eva evan evelyn felix fernando florence frances francis francisco frank
    franklin fred frederick gabriel gail gary gene geoffrey george gerald gerard gilbert gina glen glenn gloria
    gordon grace graham grant greg gregory guy harold harry harvey heather hector heidi helen henry herbert holly
    howard hugh hugo ian irene isaac ivan jack jackie jacob jake james jamie jan jane janet janice jason jay jean
    jeanne jeff jefferson jeffery jeffrey jennifer jeremy jerry jessica jesus jill jim jimmy joan joann joanne joe
    joel john johnny jon jonathan jordan jorge jose joseph joshua joy joyce juan judith judy julia julian julie
    julieta june justin karen karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth kent kerry
    kevin kim kimberly kirk kristen kristin kurt kyle lance larry laura lauren laurie lawrence lee leo leon leonard
    leslie lewis linda lisa lloyd lois lori louis louise lucy luis luke lynn lynne madeleine manuel marc marcia
    marcie marcus margaret maria marianne marie marilyn mario marion mark marsha martha martin marvin mary matthew
    maura maureen maurice max melanie melissa meredith michael michele michelle miguel mike mildred mitchell molly
    monica morris nancy natalie nathan nathaniel neil nicholas nicole nina noel nora norman oliver oscar pamela pat
    patricia patrick paul paula pauline pedro peggy perry peter phil philip phillip phyllis rachel ralph ramon
    randall randy raphael raul ray raymond rebecca regina reginald renee rex rhonda ricardo richard rick rita rob
    robert roberta roberto robin rodney roger roland ron ronald rosa rose rosemary ross roy russell ruth ryan sally
    sam samantha samuel sandra sandy sara sarah scott sean sergio seth shannon sharon shawn sheila shelley sherry
    shirley sidney simon sonia sophia stacy stanley stephanie stephen steve steven stewart stuart sue susan suzanne
    sylvia tamara tara ted teresa terrence terry thaddeus theodore theresa thomas tim timothy tina todd tom tommy
    tony tracey tracy travis troy tyler valerie vanessa vera vernon veronica vicki victor victoria vincent virginia
    walter wanda warren wayne wendy will william yolanda yvonne zachary
"""
GIVEN_NAMES = frozenset(_GIVEN_NAMES_WORDS.split())

_LETTERS = re.compile(r"[^a-z']")
_LONG_WORDS = tuple(word for word in OFFICE_WORDS if len(word) >= 6)
_OFFICE_SET = frozenset(OFFICE_WORDS)


def fold(word: str) -> str:
    """Normalise a word: lower case, without accents, full stops and slashes.

    word (str): The word.
    RETURNS (str): The normalised word.
    """
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return _LETTERS.sub("", word.lower())


def is_title(word: str) -> bool:
    """Check whether a word is part of a title or an office, allowing for misspellings.

    word (str): One word, punctuation included.
    RETURNS (bool): Whether it is.
    """
    letters = fold(word)
    plain = letters.replace("'", "")
    if not plain or plain in GIVEN_NAMES:
        return not plain
    if plain in SHORT_FORMS and not (len(plain) == 1 and (word.endswith(".") or word.isupper())):
        return True
    parts = [part for part in re.split(r"[/-]", word) if part]
    if len(parts) > 1:
        return "/" in word or is_title(parts[0]) or all(is_title(part) for part in parts)
    if letters in _OFFICE_SET or plain in _OFFICE_SET or (plain.endswith("s") and plain[:-1] in _OFFICE_SET):
        return True
    return len(plain) >= 6 and bool(nearest(plain, _LONG_WORDS, 2 if len(plain) >= 9 else 1))
