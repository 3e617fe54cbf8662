"""Which English words carry little meaning, which are irregular, which say numbers, days and hours? Our own lists."""

from __future__ import annotations

from pipeline.language.spelling import word_set

FILLERS = word_set(
    """
    um uh er erm hmm mm well like basically actually literally okay ok so right yeah
    """
)

FUNCTION = word_set(
    """
    a an the and or but if so then than that this these those it its i you he she we they me him her us them
    my your his our their mine yours is are am was were be been being do does did doing done have has had
    having will would shall should can could may might must not no nor of to in on at for from by with about
    into as up out off over under again there here what which who whom whose when where why how just also too
    very all any some such s m re ll d ve t um uh er hmm mm well okay ok yes yeah yep oh please let
    lets right now one else sure fine let's go going gonna get got ya alright there's who's ha hm because though
    """
)

COMMON = word_set(
    """
    know think say tell see look want need like make take give come work thing way day time year month week
    hour minute people person man woman good great new first last long little other big high small large next
    early young important few public bad able much many more most really back still only even every each lot
    bit kind sort something anything nothing someone anyone everything today tomorrow yesterday always never
    often maybe actually basically exactly probably question word place case part side start end put keep call
    try ask use find help let thank hello hi sir madam own same after before around till happen guess whole enough
    away ever once whatever another yourself without already half past down round somebody nobody whoever none
    mean idea honestly
    """
) - {"call", "help", "ask", "thank", "hello", "hi"}

IRREGULAR = {
    "went": "go", "gone": "go", "bought": "buy", "thought": "think", "said": "say", "told": "tell", "gave": "give",
    "given": "give", "came": "come", "took": "take", "taken": "take", "paid": "pay", "sent": "send", "spent": "spend",
    "spoke": "speak", "spoken": "speak", "made": "make", "found": "find", "felt": "feel", "kept": "keep",
    "left": "leave", "met": "meet", "knew": "know", "known": "know", "saw": "see", "seen": "see", "sold": "sell",
    "understood": "understand", "wrote": "write", "written": "write", "chose": "choose", "chosen": "choose",
    "began": "begin", "begun": "begin", "brought": "bring", "built": "build", "broke": "break", "broken": "break",
    "children": "child", "people": "person", "men": "man", "women": "woman", "wives": "wife", "lives": "life",
    "better": "good", "best": "good", "worse": "bad", "cheaper": "cheap", "cheapest": "cheap", "goodbye": "bye",
    "bye": "bye", "thanks": "thank", "wanna": "want", "gotta": "must", "heard": "hear", "lost": "lose", "got": "get",
    "dollars": "dollar", "bucks": "dollar", "percents": "percent", "cost": "cost",
    "hi": "hello", "hey": "hello", "phone": "call", "ring": "call", "e-mail": "mail", "email": "mail",
    "mornin": "morning", "drove": "drive", "driven": "drive", "held": "hold", "ran": "run", "slept": "sleep",
}  # fmt: skip

POLITE = word_set(
    """
    mind want
    """
)
QUESTIONS = word_set(
    """
    what which who when where why how whose
    """
)
LATER = word_set(
    """
    later afterwards
    """
)
TELLING = word_set(
    """
    tell explain say talk discuss mention cover come
    """
)

# Verbs of what two people agree to do at a given time, and of what one promises to send. Stems, as forms() gives them.
APPOINTMENTS = word_set(
    """
    call come meet see book schedul visit deliv arriv ring talk speak pick drop expect set put be work connect instal
    """
)
SENDINGS = word_set("send email mail forward prepar")

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
}  # fmt: skip
DAYS = frozenset({*WEEKDAYS, *MONTHS, "today", "tomorrow", "weekend", "tonight", "week", "weekday"})
HOURS = word_set(
    """
    clock morning afternoon evening noon midday midnight am pm lunch half hour
    """
)

VALUES: dict[str, float] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "couple": 2, "dozen": 12, "fourty": 40, "twice": 2,
}  # fmt: skip

MULTIPLIERS: dict[str, float] = {
    "hundred": 100, "thousand": 1e3, "grand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mln": 1e6, "billion": 1e9,
}  # fmt: skip

# Sayings that are amounts by themselves, by their first word: what follows it, the number and its unit.
FIXED: dict[str, tuple[tuple[tuple[str, ...], tuple[float, str]], ...]] = {
    "fortnight": (((), (2, "week")),),
    "fiver": (((), (5, "GBP")),),
    "tenner": (((), (10, "GBP")),),
    "half": ((("an", "hour"), (30, "minute")), (("a", "year"), (6, "month")), (("a", "day"), (0.5, "day"))),
    "quarter": ((("of", "an", "hour"), (15, "minute")), (("of", "a", "century"), (25, "year"))),
    "three": ((("quarters", "of", "an", "hour"), (45, "minute")),),
}

UNITS = {
    "dollar": "USD", "buck": "USD", "$": "USD", "usd": "USD", "euro": "EUR", "€": "EUR", "eur": "EUR", "pound": "GBP",
    "£": "GBP", "quid": "GBP", "ruble": "RUB", "rouble": "RUB", "rub": "RUB", "₽": "RUB", "percent": "percent",
    "%": "percent", "day": "day", "week": "week", "month": "month", "year": "year",
    "quarter": "quarter", "hour": "hour", "minute": "minute", "min": "minute", "meter": "m", "metre": "m",
    "kilometer": "km", "kilometre": "km", "km": "km", "kg": "kg", "kilogram": "kg", "litre": "l", "liter": "l",
    "person": "person", "piece": "piece", "time": "time", "gigabyte": "GB", "gb": "GB", "megabit": "Mbit",
    "mbit": "Mbit", "mile": "mile", "cent": "cent", "degree": "degree",
}  # fmt: skip

# Words that a stemmer runs together with others of another meaning: each line a word and its forms, kept apart.
APART = {
    form: line.split()[0]
    for line in """
    business businesses
    busy busier busiest busily
    custom customs
    customer customers
    install installs installed installing installation installations
    installment installments instalment instalments
    pricey pricier priciest
    price prices priced pricing
    general generally
    generation generations generate generated
    organ organs
    organization organizations organisation organisations
    operator operators
    operation operations operate operates operated operating
    university universities
    universal
    policy policies
    police
    addition additional
    add adds added adding
    importance important
    import imports imported importing
    company companies
    companion companions
    expense expenses
    expensive
    expensively
    experience experiences experienced
    experiment experiments
    product products
    production
    producer producers
    party parties
    part parts
    partner partners
    partial
    appoint appointed
    appointment appointments
    department departments
    depart departs departed
    apartment apartments
    mobile mobiles
    mobilize
    relative relatives relatively
    relate related relates
    relation relations
    universe
    home homes
    homely
    late later
    latest
    new news
    newly
    ration
    rational
    engine engines
    engineer engineers
    several
    severe
    accountant accountants
    account accounts accounting
    train trains trained training
    trainer trainers
    physical
    physician physicians
    person persons personal
    personnel
    """.strip().splitlines()
    for form in line.split()
}
