"""The shapes of expressions of time: one named pattern for each kind. Readers of the same group names share a reader."""

from stemma.values.dates.vocabulary import (
    ABOUT,
    BARE_MONTH,
    DAY,
    DAYPART,
    DETERMINER,
    FILLER,
    HOLIDAY,
    HOUR_WORD,
    MONTH,
    NO_COUNT,
    NUMBER,
    ORDINAL,
    PART,
    SEASON,
    SEASON_WORD,
    UNIT,
    UNITS,
    VAGUE,
    WEEKDAY,
    WEEKDAY_BEFORE,
    YEAR,
    YEAR_AFTER,
    names,
    open_words,
    second,
)

_LENGTH = rf"(?:{NUMBER}|{VAGUE}){FILLER}(?: |-){UNIT}\b(?P<half> and a half)?"
_YEAR_WORDS = r"(?P<relative>this|last|next|current|previous) (?:fiscal )?year\b(?!['’])"
_OF_YEAR = rf"(?:(?: of| in|,)? (?:the )?(?:(?:fiscal (?:year )?)?{YEAR}|{_YEAR_WORDS}|(?P<the>year)\b))"
_CALENDAR_UNIT = r"(?P<unit>week|month|quarter|half|year|decade|century)"
_TOLD_UNIT = r"(?P<unit>day|week|weekend|month|year|decade|morning|afternoon|evening|night)"
_TOLD_BY = r"(?P<which>[Tt]hat same|[Tt]hat|[Tt]he same|[Tt]he (?:following|next|previous|preceding))"
# What follows "the day before" where it stands for itself, and is not the day before something.
_STANDS_ALONE = r"(?=\s*(?:[.,;:)?!”\"’'—–]|--|$)|\s+(?:and|but|in|at|when|that|by|had|was|were|to|said)\b)"
_PLACED = r"(?: (?:ago\b|or so ago\b|(?P<from>from now|from today|hence)\b))"
_HALF_OF_DAY = r"(?P<half>[AaPp])(?:\. ?[Mm]\b\.?|[Mm]\b)"
_ZONE = (
    r"(?: (?:GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|BST|CET|CEST|EET|ET|CT|PT|IST|Eastern(?: [Tt]ime)?|[Ll]ocal [Tt]ime)\b)?"
    r"(?: \([\d:]+ GMT\))?"
)
_MINUTES = r"(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)"
_PART_OF_DAY = r"(?P<when>morning|afternoon|evening|night)"

# The order is that of trial: what is longer or surer comes first.
KINDS: dict[str, str] = {
    # Days and hours.
    "iso": r"(?P<year>\d{4})(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)",
    "clock_half": rf"(?P<hour>\d\d?|{HOUR_WORD}){_MINUTES}? ?{_HALF_OF_DAY}{_ZONE}",
    "clock_full": rf"(?P<hour>[01]?\d|2[0-4]){_MINUTES.replace(':.', ':', 1)}(?![:.]?\d|%|-\d){_ZONE}",
    "clock_zone": rf"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d) (?:GMT|UTC|hours|[Ll]ocal [Tt]ime)\b",
    "clock_word": rf"(?P<hour>\d\d?|{HOUR_WORD})(?: o['’]clock\b(?: (?:in the|at) {_PART_OF_DAY})?| in the {second(_PART_OF_DAY)}\b)",
    "numeric": r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\d/]|\.\d)",
    "days_month": (
        rf"(?:(?:[Ff]rom|[Bb]etween) (?:the )?)?{DAY} ?(?:-|–|—| to | until | and |to |until |and |through ) ?"
        rf"(?:the )?{second(DAY)} (?:of )?{MONTH}(?:,? {YEAR})?"
    ),
    "month_days": (
        rf"(?:(?:[Ff]rom|[Bb]etween) )?{MONTH} {DAY} ?(?:-|–|—|to |until |and |through ) ?(?:the )?"
        rf"{second(DAY)}{NO_COUNT}(?:,? {YEAR})?"
    ),
    "day_month": rf"{WEEKDAY_BEFORE}(?:[Tt]he )?{DAY} (?:of )?{MONTH}{YEAR_AFTER}?",
    "month_day": rf"{WEEKDAY_BEFORE}{MONTH} (?:the )?{DAY}{NO_COUNT}{YEAR_AFTER}?",
    "nth_weekday": (
        rf"(?:[Tt]he )?{ORDINAL} (?P<weekday>{WEEKDAY}) (?:of|in) (?:(?P<which>this|last|next) month\b|{MONTH}(?:,? {YEAR})?)"
    ),
    "weekday_number": rf"(?P<weekday>{WEEKDAY}),? the {DAY}(?! [a-z])",
    "day_of_month": rf"(?:[Tt]he )?{DAY}(?<=[a-z]) of (?P<which>this|last|next) month\b",
    "week_of": rf"(?:[Tt]he )?week (?:of|beginning|starting) {MONTH} {DAY}{NO_COUNT}(?:,? {YEAR})?",
    # Months and longer, and their parts.
    "part_month": rf"{PART}(?: |-)?(?:{DETERMINER} )?{MONTH}{YEAR_AFTER}?",
    "part_season": rf"{PART}(?: |-)?(?:{DETERMINER} )?{SEASON}(?:,? (?:of )?{YEAR})?",
    "part_decade": rf"{PART}(?: |-)?(?:the )?(?P<decade>(?:1[5-9]|20)\d0|['’]\d0)['’]?s\b",
    "part_century": rf"{PART}(?: |-)?(?:the )?(?P<number>1\d|2[01])(?:st|nd|rd|th)(?: |-)[Cc]entury\b",
    "quarter_year": (
        rf"(?:{PART} )?(?:[Tt]he )?(?:fiscal )?{ORDINAL}(?: |-)(?:fiscal(?: |-))?(?P<unit>quarter|half)\b{_OF_YEAR}"
    ),
    "year_quarter": (
        rf"(?:{PART} )?(?:(?P<whose>[Tt]his|[Ll]ast|[Nn]ext) year['’]s|(?:[Tt]he )?{YEAR}(?:['’]s)?) (?:fiscal )?"
        rf"{ORDINAL}(?: |-)(?P<unit>quarter|half)\b"
    ),
    "quarter": (
        rf"(?!(?:[Tt]he )?[Ll]ast )(?:{PART} )?(?:[Tt]he )?(?:fiscal )?{ORDINAL}(?: |-)(?:fiscal(?: |-))?"
        r"(?P<unit>quarter|half)\b(?!-(?:century|hour|mile|final|time))(?! of)"
    ),
    "code_quarter": rf"(?P<code>[QH])(?P<ordinal>[1-4])(?: (?:of )?(?:fiscal )?{YEAR})?\b",
    "first_months": (
        rf"(?:[Tt]he )?(?P<end>[Ff]irst|[Ll]ast|[Ff]inal|[Oo]pening|[Cc]losing) {NUMBER} (?P<unit>months|weeks|days|quarters)"
        rf"(?:{_OF_YEAR}| of (?:{MONTH}(?:,? {second(YEAR)})?))"
    ),
    "part_year": rf"{PART}(?: |-)?(?:the )?(?:year )?{YEAR}",
    "part_unit": rf"{PART}(?: |-)?(?P<which>this|last|next|the) (?P<unit>week|month|year|decade|century)\b(?! of)",
    "turned_unit": (
        r"(?P<turn>[Ee]arlier|[Ll]ater)(?: in| on)? (?P<which>this|last|next|the same|that same|that|the)"
        r" (?P<unit>day|week|month|quarter|year|decade)\b(?! of)"
    ),
    "turned_season": rf"(?P<turn>[Ee]arlier|[Ll]ater) (?P<determiner>this|last|next) {SEASON}",
    "season": rf"(?:[Tt]he )?{SEASON}(?:,? (?:of )?){YEAR}|{DETERMINER} (?P<season2>{SEASON_WORD})\b",
    "the_season": (
        rf"(?<=\b[Ii]n\s)(?:the )?(?P<season>{SEASON_WORD})\b(?! of)|[Tt]he (?P<season2>spring|summer|autumn|winter)\b(?! of)"
    ),
    "month_year": rf"{MONTH}{YEAR_AFTER}",
    "which_month": rf"{DETERMINER} {MONTH}(?!\.? \d)",
    "month": BARE_MONTH,
    "decade": r"(?:[Tt]he )?(?P<decade>(?:1[5-9]|20)\d0|['’]\d0)['’]?s\b",
    "decade_word": r"[Tt]he (?:nineteen )?(?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
    "century": r"(?:[Tt]he )?(?P<number>1\d|2[01]|\d)(?:st|nd|rd|th)(?: |-)[Cc]entury\b",
    "fiscal": rf"(?:[Tt]he )?(?:[Ff]iscal(?: [Yy]ear)? |FY ?){YEAR}|(?:[Tt]he )?{second(YEAR)} fiscal year\b",
    "year_period": rf"[Tt]he {YEAR} period\b",
    "year_end": rf"(?:[Tt]he )?(?:(?:{YEAR} )?(?P<part>year-end)\b|(?P<which>this|last|next) (?P<part2>year-end)\b)",
    "years": r"(?P<year>1[89]\d\d|20\d\d)[-–/](?P<year2>(?:1[89]|20)\d\d|\d\d)(?![\d/%-]|[.,]\d)",
    "year": rf"(?:[Tt]he year )?{YEAR}",
    # Relative to publication.
    "day_word": (
        r"(?P<word>[Tt]he day before yesterday|[Tt]he day after tomorrow|[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Ll]ast night"
        r"|[Ll]ast evening|[Tt]his (?:morning|afternoon|evening))\b"
    ),
    "weekend": r"(?P<which>[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext|[Pp]ast|[Tt]he(?: past| coming)?) weekend\b",
    "stretch": (
        rf"(?:[Tt]he |[Tt]hese |[Ee]ach of the )?(?P<which>[Pp]ast|[Ll]ast|[Nn]ext|[Cc]oming|[Pp]revious) "
        rf"(?:{NUMBER}|{VAGUE}){FILLER}(?: |-){UNIT}\b"
    ),
    "vague_stretch": (
        rf"(?:[Tt]he |[Tt]hese )?(?P<which>[Rr]ecent|[Cc]oming|[Pp]ast|[Ll]atest|[Pp]revious) {UNIT}(?<=s)\b"
    ),
    "one_stretch": rf"[Tt]he (?P<which>past|coming) {UNIT}\b|(?<=[Oo]ver\s)the (?P<which2>next|last) {second(UNIT)}\b",
    "unit": rf"(?P<which>[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext|[Pp]ast) {_CALENDAR_UNIT}\b(?!['’]s (?:first|second|third|fourth))",
    "ago": rf"{ABOUT}{_LENGTH}{_PLACED}",
    "weekday_week": rf"(?P<weekday>{WEEKDAY}),? (?:of )?(?P<which>last|this|next) week\b(?!['’])",
    "week_weekday": rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext) week (?:on )?(?P<weekday>{WEEKDAY})\b",
    # Relative to a date told of before.
    "year_ago": (
        r"(?:[Tt]he |[Aa] )?(?:comparable |same )?year-(?:ago|earlier)(?: (?:quarter|period|half))?\b"
        r"|(?P<whole>(?:[Aa]|[Oo]ne) year (?:ago|earlier|before))\b(?! (?:than|the|an?|his|her|he|she|it|they)\b)"
    ),
    "told_term": rf"(?:{_TOLD_BY}|[Tt]he (?:latest|most recent)) (?:quarter|period|half)\b",
    "shifted": (
        rf"{ABOUT}{_LENGTH} (?:(?P<way>earlier|later|afterwards?|previously|beforehand)\b(?! than)"
        rf"|(?P<way2>before|after)\b{_STANDS_ALONE})"
    ),
    "told_unit": rf"{_TOLD_BY} {_TOLD_UNIT}\b",
    "told_weekday": rf"{_TOLD_BY} (?P<weekday>{WEEKDAY})\b",
    "told_month": rf"{_TOLD_BY} (?:{MONTH}(?! \d)|{SEASON})",
    "beside_unit": rf"[Tt]he {_TOLD_UNIT} (?P<way>before|after|earlier)\b{_STANDS_ALONE}",
    "whole_unit": r"[Tt]he (?:current |full )?(?:fiscal |financial )?(?P<unit>year|quarter)\b(?!-)",
    # What comes back, what lasts, and what only points.
    "set": (
        rf"(?:[Ee]very|[Ee]ach) (?:(?:single|few|(?P<other>other)) )?(?:(?:{NUMBER} )?{UNIT}\b|(?P<weekday>{WEEKDAY})\b|{MONTH}|{SEASON}|{DAYPART}\b"
        rf"|(?P<weekend>weekend)\b)"
    ),
    "set_days": rf"(?P<weekday>{WEEKDAY})(?:s\b| (?P<dayparts>mornings|afternoons|evenings|nights)\b)",
    "set_word": rf"(?P<adverb>{open_words(names('sets'))})\b",
    "weekday": rf"(?:{DETERMINER} )?(?P<weekday>{WEEKDAY}\b|(?:Mon|Tues?|Wed|Thu|Thurs?|Fri)\.(?=[\s,]))",
    "holiday": rf"(?:{DETERMINER} )?{HOLIDAY}\b(?:,? {YEAR})?",
    "daypart": rf"(?:(?:[Ee]arly|[Ll]ate)(?: |-))?{DAYPART}\b{_ZONE}",
    "length": rf"{ABOUT}{_LENGTH}(?:(?: |-)long\b)?(?!(?: |-)old\b)",
    "bare_length": rf"{UNITS}(?:-long)?\b(?!(?: |-)old\b)",
    "long_length": r"(?P<unit>day|week|month|year|decade|century)-?long\b",
    "half_length": r"[Hh]alf(?: |-)(?P<unit>hour|day|year|decade|century)\b|(?:[Aa] )?quarter(?: of a |-)(?P<quarter>century)\b",
    "reference": rf"(?P<word>{open_words(names('references'))})\b",
}
