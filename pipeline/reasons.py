"""What does a reason code mean, in a sentence for a reader? Russian and English; used by pages and command line."""

from __future__ import annotations

_SENTENCES: dict[str, tuple[str, str]] = {
    # Why a step was missed, or a passage wasn't enough for it.
    "not_said": ("Ничего похожего в разговоре не сказано.", "Nothing like it was said in the call."),
    "said_by_client": ("Это сказал клиент, а не менеджер.", "The client said it, not the agent."),
    "said_by_agent": ("Это сказал менеджер, а не клиент.", "The agent said it, not the client."),
    "too_late": ("Сказано позже, чем требует сценарий.", "It was said later than the script allows."),
    "too_early": ("Сказано раньше, чем требует сценарий.", "It was said earlier than the script allows."),
    "out_of_order": ("Сказано раньше шага, после которого должно идти.", "It came before the step it must follow."),
    "no_pause_before": ("Сказано не после паузы.", "It was not said after a pause."),
    "no_interruption_before": ("Сказано не после перебивания.", "It was not said after an interruption."),
    "too_few_key_words": ("Совпало слишком мало ключевых слов.", "Too few of the key words were said."),
    "negated": ("Сказано с отрицанием.", "It was said with a negation."),
    "asked_not_stated": ("Это вопрос, а не сообщение.", "It was asked, not stated."),
    "announced": ("Только обещано рассказать позже.", "It was only announced for later."),
    "keyword_missing": ("Нет обязательного ключевого слова.", "A required keyword is missing."),
    "excluded_word": ("В реплике есть слово, которое исключает шаг.", "A word that rules the step out was said."),
    "counter_example": ("Похоже на пример, который не засчитывается.", "It is like an example that must not count."),
    # Why a step isn't judged.
    "not_required": ("Необязательный шаг, не сказан.", "An optional step that was not said."),
    "occasion_absent": ("Повода для этого шага не было.", "There was no occasion for this step."),
    "badly_heard": ("Место, где шаг мог стоять, плохо слышно.", "The place where it would stand was badly heard."),
    "cut_off": ("Запись обрывается раньше конца разговора.", "The recording ends before the call does."),
    "speakers_unknown": ("Неизвестно, кто говорит.", "It isn't known who speaks."),
    "call_too_short": ("Разговор короче окна этого шага.", "The call is shorter than this step's place in it."),
    "nothing_to_look_for": ("У шага нет ни фраз, ни ключевых слов.", "The step has neither phrases nor keywords."),
    # Why a call isn't scored.
    "no_speech": ("В записи нет речи.", "There is no speech in the recording."),
    "voicemail": ("Ответил автоответчик.", "An answering machine picked up."),
    "ivr_only": ("Говорил только голосовой помощник.", "Only a recorded menu spoke."),
    "wrong_number": ("Ошиблись номером.", "It was a wrong number."),
    "too_short": ("Разговор короче, чем требует кампания.", "The call is shorter than the campaign requires."),
    "too_few_words": ("Слов меньше, чем требует кампания.", "Fewer words were said than the campaign requires."),
    "one_side_only": ("Слышна только одна сторона.", "Only one side is heard."),
    "agent_silent": ("Менеджера не слышно.", "The agent is not heard."),
    "client_silent": ("Клиента не слышно.", "The client is not heard."),
    # Why a recording is no call yet, or never becomes one.
    "waiting": ("Ещё ждёт обработки.", "It still waits to be processed."),
    "empty": ("Файл пуст.", "The file is empty."),
    "no_audio": ("В файле есть заголовок, но нет звука.", "The file has a header but no sound."),
    "not_audio": ("Это не звукозапись.", "It is no sound recording."),
    "no_sound": ("В файле нет звука, только другие данные.", "The file holds no sound, only other data."),
    "damaged": ("Звук повреждён.", "The sound is damaged."),
    "unknown_codec": ("Звук сжат неизвестным способом.", "The sound is packed in a way that is not known."),
    "unreadable": ("Файл не читается.", "The file can't be read."),
    "vanished": ("Файл исчез.", "The file is no longer there."),
    "changed": ("Файл менялся, пока его читали.", "The file changed while it was read."),
    "recogniser": ("Не сработало распознавание речи.", "The speech recogniser failed."),
    "memory": ("Не хватило памяти, чтобы расслышать.", "There was not enough memory to hear it."),
    "crashed": ("Обработка этой записи трижды обрывалась.", "Work on this recording broke off three times."),
    "unexpected": ("Ошибка программы.", "A fault of the program."),
    "not_correspondence": ("Это не переписка.", "It is no correspondence."),
    "erased": ("Стёрто по просьбе клиента.", "Erased at the client's wish."),
    # Why a call came no further.
    "not_judged": ("Звонок ещё не разобран.", "The call has not been judged yet."),
    "nothing_counted": ("Ни один шаг не мог быть засчитан.", "No step of the script could be counted."),
    "not_reviewed": ("Человек ещё не проверял.", "No person has reviewed it yet."),
    # Why a campaign was chosen, or none.
    "rule": ("Кампания подошла по правилу.", "The campaign's rule fits the call."),
    "best_script": ("Сценарий подходит лучше других.", "The script fits better than the others."),
    "only_campaign": ("Других кампаний для этого звонка нет.", "No other campaign is for this call."),
    "no_campaigns": ("В библиотеке нет кампаний.", "The library has no campaigns."),
    "no_rule_fits": ("Ни одна кампания не подходит по правилам.", "No campaign's rules fit the call."),
    "no_script_fits": ("Ни один сценарий не подходит к разговору.", "No script fits what was said."),
    "too_close": ("Два сценария подходят одинаково.", "Two scripts fit equally well."),
}

CODES = frozenset(_SENTENCES)


def explain_reason(code: str, language: str) -> str:
    """The sentence for a reason code in ru or en; a code that isn't known comes back as it is."""
    russian, english = _SENTENCES.get(code, (code, code))
    return russian if language == "ru" else english
