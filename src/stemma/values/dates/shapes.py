"""The shapes of expressions of time: one named pattern for each kind. Readers of the same group names share a
reader."""

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

_SMALLER = rf"(?:,? and|,)? (?!an? ){NUMBER} {UNIT}\b"
_LENGTH = (
    rf"(?:{NUMBER}|{VAGUE}){FILLER}(?: |-){UNIT}\b"
    rf"(?:(?P<half> and (?:a )?half)\b|{second(_SMALLER)}(?:{second(second(_SMALLER))})?)?"
)
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
    r"(?: (?:GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|BST|CET|CEST|EET|ET|CT|PT|IST|Eastern(?: [Tt]ime)?"
    r"|[Ll]ocal [Tt]ime)\b)?"
    r"(?: \([\d:]+ GMT\))?"
)
_MINUTES = r"(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)"
_PART_OF_DAY = r"(?P<when>morning|afternoon|evening|night)"

# The order is that of trial: what is longer or surer comes first.
KINDS: dict[str, tuple[str, str]] = {
    # Days and hours.
    "iso": ("figure", r"(?P<year>\d{4})(?P<mark>[-/])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)"),
    "clock_half": (
        "figure hour",
        rf"(?P<hour>\d\d?|{HOUR_WORD}){_MINUTES}? ?{_HALF_OF_DAY}{_ZONE}(?: in the (?:morning|afternoon|evening))?",
    ),
    "clock_full": ("figure", rf"(?P<hour>[01]?\d|2[0-4]){_MINUTES.replace(':.', ':', 1)}(?![:.]?\d|%|-\d){_ZONE}"),
    "clock_zone": ("figure", r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d) (?:GMT|UTC|hours|[Ll]ocal [Tt]ime)\b"),
    "clock_word": (
        "figure hour",
        rf"(?P<hour>\d\d?|{HOUR_WORD})(?: o['’]clock\b(?: (?:in the|at) {_PART_OF_DAY})?"
        rf"| in the {second(_PART_OF_DAY)}\b)",
    ),
    "numeric": (
        "figure",
        r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\d/]|\.\d)",
    ),
    "days_month": (
        "from day",
        rf"(?:(?:[Ff]rom|[Bb]etween) (?:the )?)?{DAY} ?(?:-|–|—| to | until | and |to |until |and |through ) ?"
        rf"(?:the )?{second(DAY)} (?:of )?{MONTH}(?:,? {YEAR})?",
    ),
    "month_days": (
        "from month",
        rf"(?:(?:[Ff]rom|[Bb]etween) )?{MONTH} {DAY} ?(?:-|–|—|to |until |and |through ) ?(?:the )?"
        rf"{second(DAY)}{NO_COUNT}(?:,? {YEAR})?",
    ),
    "day_month": ("which weekday the day", rf"{WEEKDAY_BEFORE}(?:[Tt]he )?{DAY}\.? (?:of )?{MONTH}{YEAR_AFTER}?"),
    "month_day": ("which weekday month", rf"{WEEKDAY_BEFORE}{MONTH} (?:the )?{DAY}{NO_COUNT}{YEAR_AFTER}?"),
    "nth_weekday": (
        "the ordinal",
        rf"(?:[Tt]he )?{ORDINAL} (?P<weekday>{WEEKDAY}) (?:of|in) (?:(?P<which>this|last|next"
        rf"|(?:the )?previous) month\b|{MONTH}(?:,? {YEAR})?)",
    ),
    "weekday_number": ("weekday", rf"(?P<weekday>{WEEKDAY}),? the {DAY}(?!\w| [a-z])"),
    "day_of_month": ("the day", rf"(?:[Tt]he )?{DAY}(?<=[a-z]) of (?P<which>this|last|next) month\b"),
    "week_of": (
        "the week",
        rf"(?:[Tt]he )?week (?:of|(?:beginning|starting|commencing)(?: on)?) {MONTH} {DAY}{NO_COUNT}(?:,? {YEAR})?",
    ),
    # Months and longer, and their parts.
    "part_month": ("part", rf"{PART}(?: |-)?(?:{DETERMINER} )?{MONTH}{YEAR_AFTER}?"),
    "part_season": ("part", rf"{PART}(?: |-)?(?:{DETERMINER} )?{SEASON}(?:,? (?:of )?{YEAR})?"),
    "part_decade": ("part", rf"{PART}(?: |-)?(?:the )?(?P<decade>(?:1[5-9]|20)\d0|['’]\d0)['’]?s\b"),
    "part_century": ("part", rf"{PART}(?: |-)?(?:the )?(?P<number>1\d|2[01])(?:st|nd|rd|th)(?: |-)[Cc]entury\b"),
    "quarter_year": (
        "part the fiscal ordinal",
        rf"(?:{PART} )?(?:[Tt]he )?(?:fiscal )?{ORDINAL}(?: |-)(?:fiscal(?: |-))?(?P<unit>quarter|half)\b{_OF_YEAR}",
    ),
    "year_quarter": (
        "part which the year",
        rf"(?:{PART} )?(?:(?P<whose>[Tt]his|[Ll]ast|[Nn]ext) year['’]s|(?:[Tt]he )?{YEAR}(?:['’]s)?) (?:fiscal )?"
        rf"{ORDINAL}(?: |-)(?P<unit>quarter|half)\b",
    ),
    "quarter": (
        "part the fiscal ordinal",
        rf"(?!(?:[Tt]he )?[Ll]ast )(?:{PART} )?(?:[Tt]he )?(?:fiscal )?{ORDINAL}(?: |-)(?:fiscal(?: |-))?"
        r"(?P<unit>quarter|half)\b(?!-(?:century|hour|mile|final|time))(?! of)",
    ),
    "code_quarter": ("code", rf"(?P<code>[QH])(?P<ordinal>[1-4])(?: (?:of )?(?:fiscal )?{YEAR})?\b"),
    "part_year": ("part", rf"{PART}(?: |-)?(?:the )?(?:year )?{YEAR}"),
    "part_unit": (
        "part",
        rf"{PART}(?: |-)?(?P<which>this|last|next|the) (?P<unit>week|month|year|decade|century)\b(?! of)",
    ),
    "turned_unit": (
        "turn",
        r"(?P<turn>[Ee]arlier|[Ll]ater)(?: in| on)? (?P<which>this|last|next|the same|that same|that|the)"
        r" (?P<unit>day|week|month|quarter|year|decade)\b(?! of)",
    ),
    "turned_season": ("turn", rf"(?P<turn>[Ee]arlier|[Ll]ater) (?P<determiner>this|last|next) {SEASON}"),
    "season": (
        "the season which",
        rf"(?:[Tt]he )?{SEASON}(?:,? (?:of )?){YEAR}|{DETERMINER} (?P<season2>{SEASON_WORD})\b",
    ),
    "the_season": (
        "the season",
        rf"(?<=\b[Ii]n\s)(?:the )?(?P<season>{SEASON_WORD})\b(?! of)|[Tt]he (?P<season2>spring|summer|autumn"
        rf"|winter)\b(?! of)",
    ),
    "month_year": ("month", rf"{MONTH}{YEAR_AFTER}"),
    "which_month": ("which", rf"{DETERMINER} {MONTH}(?!\.? \d)"),
    "holiday": ("which holiday", rf"(?:{DETERMINER} )?{HOLIDAY}\b(?:,? (?:of )?{YEAR})?"),
    "month": ("month", BARE_MONTH),
    "decade": ("the figure apostrophe", r"(?:[Tt]he )?(?P<decade>(?:1[5-9]|20)\d0|['’]\d0)['’]?s\b"),
    "decade_short": ("the", r"[Tt]he (?P<decade>[5-9]0)['’]?s\b"),
    "decade_word": (
        "the",
        r"[Tt]he (?:nineteen )?(?P<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
        r"|noughties)\b",
    ),
    "century": ("the figure", r"(?:[Tt]he )?(?P<number>1\d|2[01]|\d)(?:st|nd|rd|th)(?: |-)[Cc]entury\b"),
    "fiscal": (
        "the fiscal year",
        rf"(?:[Tt]he )?(?:[Ff]iscal(?: [Yy]ear)? |FY ?){YEAR}|(?:[Tt]he )?{second(YEAR)} fiscal year\b",
    ),
    "year_period": ("the", rf"[Tt]he {YEAR} period\b"),
    "year_end": (
        "the year which unit",
        rf"(?:[Tt]he )?(?:(?:{YEAR} )?(?P<part>year-end)\b|(?P<which>this|last|next) (?P<part2>year-end)\b)",
    ),
    "years": ("year", r"(?P<year>1[89]\d\d|20\d\d)[-–/](?P<year2>(?:1[89]|20)\d\d|\d\d)(?![\d/%-]|[.,]\d)"),
    "year": ("the year", rf"(?:[Tt]he year )?{YEAR}"),
    # Relative to publication.
    "day_word": (
        "day_word",
        r"(?P<word>[Tt]he day before yesterday|[Tt]he day after tomorrow|[Tt]oday|[Tt]onight|[Yy]esterday"
        r"|[Tt]omorrow|[Ll]ast night"
        r"|[Ll]ast evening|[Tt]his (?:morning|afternoon|evening))\b",
    ),
    "after_next": ("the", r"[Tt]he (?P<unit>week|weekend|month|year) after (?:the )?next\b"),
    "weekend": (
        "which the",
        r"(?P<which>[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext|[Pp]ast|[Tt]he(?: past| coming)?) weekend\b",
    ),
    "stretch": (
        "which the recent number",
        rf"(?:[Tt]he |[Tt]hese |[Ee]ach of the )?(?P<which>[Pp]ast|[Ll]ast|[Nn]ext|[Cc]oming|[Pp]revious) "
        rf"(?:{NUMBER}|{VAGUE}){FILLER}(?: |-){UNIT}\b"
        rf"|(?:[Tt]he )?{second(NUMBER)} (?P<which2>past|last|next|coming|previous) {second(UNITS)}\b",
    ),
    "to_date": ("the unit", r"(?:[Tt]he )?(?P<unit>year|month|quarter)(?: |-)to(?: |-)date\b"),
    "vague_stretch": (
        "the which recent",
        rf"(?:[Tt]he |[Tt]hese )?(?P<which>[Rr]ecent|[Cc]oming|[Pp]ast|[Ll]atest|[Pp]revious) {UNIT}(?<=s)\b",
    ),
    "one_stretch": (
        "the",
        rf"[Tt]he (?P<which>past|coming) {UNIT}\b|(?<=[Oo]ver\s)the (?P<which2>next|last) {second(UNIT)}\b",
    ),
    "weekday_week": ("weekday", rf"(?P<weekday>{WEEKDAY}),? (?:of )?(?P<which>last|this|next) week\b(?!['’])"),
    "week_weekday": ("which", rf"(?P<which>[Ll]ast|[Tt]his|[Nn]ext) week (?:on )?(?P<weekday>{WEEKDAY})\b"),
    "unit": (
        "which",
        rf"(?P<which>[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext|[Pp]ast) (?:fiscal |financial "
        rf"|calendar )?{_CALENDAR_UNIT}\b(?!['’]s (?:first|second|third|fourth))",
    ),
    "year_ago": (
        "the unit comparable",
        r"(?:[Tt]he |[Aa] )?(?:comparable |same )?year-(?:ago|earlier)(?: (?:quarter|period|half))?\b"
        r"|(?P<whole>(?:[Aa]|[Oo]ne) year (?:ago|earlier|before))\b(?! (?:than|the|an?|his|her|he|she|it|they)\b)",
    ),
    "ago": ("length", rf"{ABOUT}{_LENGTH}{_PLACED}"),
    # Relative to a date told of before.
    "told_term": ("the that", rf"(?:{_TOLD_BY}|[Tt]he (?P<latest>latest|most recent)) (?:quarter|period|half)\b"),
    "shifted": (
        "length",
        rf"{ABOUT}{_LENGTH} (?:(?P<way>earlier|later|afterwards?|previously|beforehand)\b(?! than)"
        rf"|(?P<way2>before|after)\b{_STANDS_ALONE})",
    ),
    "told_unit": ("the that", rf"{_TOLD_BY} {_TOLD_UNIT}\b"),
    "told_weekday": ("the that", rf"{_TOLD_BY} (?P<weekday>{WEEKDAY})\b"),
    "told_month": ("the that", rf"{_TOLD_BY} (?:{MONTH}(?! \d)|{SEASON})"),
    "beside_unit": ("the", rf"[Tt]he {_TOLD_UNIT} (?P<way>before|after|earlier)\b{_STANDS_ALONE}"),
    "whole_unit": (
        "the",
        r"[Tt]he (?:current |full )?(?:fiscal |financial )?(?P<unit>year|quarter)\b"
        r"(?!-| (?:of|that|when|he|she|it|they|we|I)\b)",
    ),
    # What comes back, what lasts, and what only points.
    "set_weekday": (
        "each",
        rf"(?:[Ee]very|[Ee]ach) (?:single |other )?(?P<weekday>{WEEKDAY})\b(?: (?P<dayparts>morning|afternoon"
        rf"|evening|night)\b)?",
    ),
    "set": (
        "each",
        rf"(?:[Ee]very|[Ee]ach) (?:(?:single|few|(?P<other>other)) )?(?:(?:{NUMBER} )?{UNIT}\b|{MONTH}|{SEASON}"
        rf"|{DAYPART}\b"
        rf"|(?P<weekend>weekend)\b)",
    ),
    "rate": ("rate number vague", rf"(?:[Oo]nce|[Tt]wice|(?:{NUMBER}|{VAGUE}) times) (?:an?|each|every|per) {UNIT}\b"),
    "set_days": (
        "weekday weekdays",
        rf"(?P<weekday>{WEEKDAY})(?:s\b| (?P<dayparts>mornings|afternoons|evenings|nights)\b)",
    ),
    "set_word": ("set_word", rf"(?P<adverb>{open_words(names('sets'))})\b"),
    "weekday": (
        "which weekday",
        rf"(?:{DETERMINER} )?(?P<weekday>{WEEKDAY}\b|(?:Mon|Tues?|Wed|Thu|Thurs?|Fri)\.(?=[\s,]))",
    ),
    "daypart": ("daypart", rf"(?:(?:[Ee]arly|[Ll]ate)(?: |-)|12 (?=noon|midnight))?{DAYPART}\b{_ZONE}"),
    "length": ("length", rf"{ABOUT}{_LENGTH}(?:(?: |-)long\b)?(?!(?: |-)old\b)"),
    "bare_length": ("unit", rf"{UNITS}(?:-long)?\b(?!(?: |-)old\b)"),
    "long_length": ("unit", r"(?P<unit>day|week|month|year|decade|century)-?long\b"),
    "full_length": (
        "full",
        r"(?:[Aa]ll|(?:[Aa] |[Tt]he )?(?:[Ff]ull|[Ww]hole|[Ee]ntire))(?: |-)(?P<unit>hour|day|week|month|year"
        r"|decade|century)\b",
    ),
    "half_length": (
        "half",
        r"[Hh]alf(?: |-)(?P<unit>hour|day|year|decade|century)\b|(?:[Aa] )?quarter(?: of a |-)(?P<quarter>century)\b",
    ),
    "reference": ("reference", rf"(?P<word>{open_words(names('references'))})\b"),
}
