"""How does one say that something is not told or done now, but later, elsewhere, or not at all?"""

from __future__ import annotations

RUSSIAN: dict[str, str] = {
    "put_off": """
потом|позже|попозже|позднее ... скажу|расскажу|объясню|назову|сообщу|уточню|обсудим|озвучу|отвечу|пришлю|покажу|вышлю
потом|позже|попозже|позднее ... подскажу|поговорим|вернемся|посчитаем|решим|разберемся|посмотрим
скажу|расскажу|объясню|назову|сообщу|уточню|обсудим|озвучу|отвечу|пришлю|покажу|подскажу потом|позже|попозже|позднее
поговорим|сориентирую|посчитаем|решим|вернемся|разберемся|посмотрим потом|позже|попозже|позднее
чуть|немного позже|попозже|потом
при встрече ... расскажу|сориентирую|объясню|обсудим|покажу|скажу|поговорим|уточним
на месте ... расскажу|сориентирую|объясню|обсудим|скажу|поговорим|уточним
расскажу|сориентирую|объясню|обсудим|скажу|поговорим|уточним ... при встрече
расскажу|сориентирую|объясню|обсудим|скажу|поговорим|уточним ... на месте
расскажу|сориентирую|объясню|обсудим|скажу|поговорим|уточним ... отдельно
об|про этом|это ... потом|позже|отдельно|попозже
отдельно ... скажу|расскажу|пришлю|подготовлю|обсудим
отдельный файл|письмо|разговор
вернемся ... к этому|позже|потом
до этого дойдем
к этому вернемся|подойдем|придем
уточню ... отвечу|скажу|перезвоню|вернусь
надо|нужно уточнить|узнать|спросить
не скажу|знаю|подскажу|уверен|помню
затрудняюсь
потом|позже|попозже|отдельно ... спрошу|спросят|запишу|заполним|заполните
врач|доктор|юрист|специалист|менеджер|помощник|коллега|диспетчер|бухгалтер ... спросит|расскажет|объяснит|напишет|уточнит|подскажет|проконсультирует
на месте ... заполните|заполним|оформим|решим|посмотрим
сейчас ... не стану|буду|могу
по итог|результат ... скажу|сообщу|озвучу|назову|обсудим
скажет|расскажет|назовет|посчитает|озвучит|объяснит|покажет ... когда|как|там|потом|месте
скажу|расскажу|назову|посчитаю|озвучу|объясню|покажу ... когда|как увидим|приедем|посмотрим|приедет|увижу|будете|придете|приедете
сами ... прочитаете|посмотрите|узнаете ... сайт
""",
}

ENGLISH: dict[str, str] = {
    "put_off": """
later|afterwards ... tell|explain|show|discuss|cover|send|talk|mention
tell|explain|show|discuss|cover|send|talk|mention ... later|afterwards
get|come back to that|it
get|come to that|it ... in|later|minute|second|sec|moment
get|come|go to|through ... later|minute|second|sec|moment|after|afterwards
ll|will get|come|go to|through that|price|money|cost|dollar|pound|payment
was|were going to tell|suggest|ask|say|mention|talk|explain|offer|show
tell|explain ... when|once|after i|we|you
ll|will tell|go|run|walk|explain|cover|show|discuss|talk|text|mention ... when|once|later|afterwards|point
like|want|wanted to discuss|talk ... with|to him|her|them
back to you ... on|about|with
another time
when we meet|speak
let me check|find|ask
have|need to check|ask|find
not sure
do not know
not right now
once we|i have|know|see
doctor|specialist|manager|colleague|surveyor|engineer|coordinator|office ... ask|explain|go|cover|tell|discuss ... you|through|that|it
won t ... go|get into|bore ... now|that|you
leave ... that|it ... for now|later|specialist
not my department|area
""",
}
