"""Words for dates in two further languages, to see that a language is data: one like English, one unlike."""

from __future__ import annotations

from workbench.domain.dates_words import ABOUT, PERHAPS, DateWords, Sayings

GERMAN = DateWords(
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni",
        "Juli", "August", "September", "Oktober", "November", "Dezember",
    ),
    short_months={"Jan": 1, "Feb": 2, "Mrz": 3, "Okt": 10, "Dez": 12, "Jänner": 1},
    seasons={"Frühling": (3, 5), "Sommer": (6, 8), "Herbst": (9, 11), "Winter": (12, 14)},
    qualifiers={"etwa": ABOUT, "ca": ABOUT, "vielleicht": PERHAPS, "wohl": PERHAPS},
    days={"heute": 0, "gestern": -1, "morgen": 1},
    before=("vor {0}",),
    after=("nach {0}",),
    since=("ab {0}",),
    until=("bis {0}", "bis zum {0}"),
    between=("von {0} bis {1}", "{0} bis {1}"),
    ordinals=(".",),
    noise=frozenset({"der", "die", "das", "des", "dem", "im", "am"}),
    said=Sayings(
        day="{0}. {1} {2}",
        month="{0} {1}",
        until="bis {0}",
        since="seit {0}",
        between="zwischen {0} und {1}",
        about="etwa {0}",
        perhaps="vielleicht {0}",
        perhaps_about="vielleicht etwa {0}",
        some_month="irgendein Monat {0}",
        some_day="irgendein Tag {0}",
        decade="die {0}er",
        plain_decade="das Jahrzehnt ab {0}",
        century="das Jahrhundert ab {0}",
    ),
)  # fmt: skip
"""Words before the date, a full stop behind the day, accents."""

AZERBAIJANI = DateWords(
    months=(
        "yanvar", "fevral", "mart", "aprel", "may", "iyun",
        "iyul", "avqust", "sentyabr", "oktyabr", "noyabr", "dekabr",
    ),
    short_months={},
    seasons={"yaz": (3, 5), "yay": (6, 8), "payız": (9, 11), "qış": (12, 14)},
    qualifiers={"təxminən": ABOUT, "bəlkə": PERHAPS},
    days={"bu gün": 0, "dünən": -1, "sabah": 1},
    before=("{0}-dən əvvəl", "{0}-dan əvvəl"),
    after=("{0}-dən sonra", "{0}-dan sonra"),
    since=("{0}-dən bəri", "{0}-dan bəri"),
    until=("{0}-dək", "{0}-dək olan"),
    between=("{0}-dən {1}-dək",),
    ordinals=("-i", "-ı"),
    noise=frozenset({"il", "ili"}),
    said=Sayings(
        day="{0} {1} {2}",
        month="{0} {1}",
        until="{0}-dək",
        since="{0}-dən bəri",
        between="{0} ilə {1} arasında",
        about="təxminən {0}",
        perhaps="bəlkə {0}",
        perhaps_about="bəlkə təxminən {0}",
        some_month="{0} ilin bir ayı",
        some_day="{0} bir gün",
        decade="{0}-ci illər",
        plain_decade="{0}-dən onillik",
        century="{0}-dən yüzillik",
    ),
)  # fmt: skip
"""Words behind the date, letters that have plain twins."""
