"""How is a price, a term or a share asked for, and how is it said that something costs nothing?"""

from __future__ import annotations

RUSSIAN: dict[str, str] = {
    "ask/money": """
сколько ... стоить|цена|обойтись|выйти|выходить|встать|платить|взять|берете|берет|деньги|будет|отдать|внести|рубль
сколько за|это|такой|он|она
почем
во сколько ... обойтись|выйти|встать|выходить
какой|какая ... цена|стоимость|тариф|расценка|сумма|взнос|предоплата|платеж|ценник
цена какой|сколько|вопрос
стоимость какой|сколько|вопрос|сам|сама
по деньги
дорого|недорого ... это|у|стоить|берете|выйти
деньги какой
ценник
платный
платно|бесплатно
что по цена|деньги
сориентировать ... цена|стоимость|деньги
=сколько
""",
    "ask/price": """
сколько ... стоить|обойтись|выйти|выходить|встать|платить
сколько деньги
почем
во сколько ... обойтись|выйти|встать|выходить
какой|какая ... цена|стоимость|тариф|расценка|ценник
цена|стоимость какой|сколько
по деньги|цена|стоимость|финансы
что по цена|деньги
сколько это|она|оно|он|за
а|и цена|стоимость
ценник
платно|платный
цена|стоимость|цифра|деньги ... назвать|сказать|скажите|назовите
сориентировать ... цена|стоимость|деньги
""",
    "ask/term": """
как долго|быстро|скоро|часто
сколько ... время|ждать|длиться|занять|идти|день|неделя|месяц|минута|час|год|действовать|держать|делать|лет
долго ли|это|ждать|делать|ехать
это|а|и|ждать долго
когда
какой|какие срок|гарантия
срок какой
за сколько
на сколько|какой срок|время|долго
быстро|скоро ... приехать|сделать|будет|придет
гарантия ... есть|какой|даете|дать|быть|предоставлять|что|сколько
""",
    "ask/percent": """
какой|какая процент|ставка|скидка|взнос
под какой|сколько
сколько процент
скидка ... есть|какой|будет|дать|сделать|можно|что-то
""",
    "free": """
бесплатный
бесплатно
даром
в подарок
за наш|мой счет
ничего не стоит|стоить|платить|будете
не стоить ничего|ни
ноль рубль
ни копейка
не платить|платите
без оплата|доплата
не нужно|надо платить|доплачивать
платить|доплачивать не нужно|надо
не брать|берем|берут ничего|ни|деньги|денежка|оплата
ничего|денег|деньги|денежка ... не берем|брать|просим|просить
за счет заведение|фирма|компания|клиника|салон
ни рубль|копеечка|гроша
нисколько
задаром
безвозмездно
с вас ничего
платить|доставать ... не просим|просить
кошелек ... не|можно
""",
}

ENGLISH: dict[str, str] = {
    "ask/money": """
how much
what ... cost|price|fee|charge|rate|damage|run|pay|paying|set|setting|go
cost|price|fee|charge|pricing ... what|how|is|for
price|fee|cost
do i|we pay
is it|that free
expensive ... is|are|it
pay for
charge|cost ... anything|something
""",
    "ask/price": """
how much !less|more|time|notice|longer|space
what ... cost|price|charge|damage|pricing
what is|s your|the|it rate|fee|price|cost|hourly
your|the price|pricing|rate|fee|cost|money ... what|how|is|ballpark|roughly|then
price|pricing|cost|money|rate ... ballpark|roughly|wise
and|about the|your|about|and price|cost|money|rate
run us|me
""",
    "ask/term": """
how long|fast|soon|quick|quickly|many|often
how many day|week|month|year|hour|minute
when
what is|s the wait|timeline|turnaround|delivery|warranty|guarantee
take|takes long
warranty|guarantee ... is|have|what|how|any|there
""",
    "ask/percent": """
what percent|percentage|discount|rate
discount|deal|credit|rebate ... is|any|there|have|do|get
""",
    "free": """
free
gratis
on us
nothing at all
no bill|invoice
not ... bill|invoice|set
for nothing
no charge|cost|fee
on us|the house
cost|costs|pay nothing
not a|one cent|penny|dime
not cost|pay|charge ... anything|a|you|for|thing
zero dollar
complimentary
at no
included
""",
}
