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
