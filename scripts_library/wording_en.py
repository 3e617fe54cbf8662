"""What is said of each mistake in the library, in English."""

from __future__ import annotations

from scripts_library.wording import Told

SEVERITY = {"error": "error", "warning": "warning"}

WORDING: dict[str, Told] = {
    # folders and files
    "no_folder": Told("there is no such folder", "Name the folder that holds the campaigns' folders"),
    "not_a_folder": Told("this is a file, not a folder", "Name the folder {near}"),
    "no_campaigns": Told("the folder holds no campaign", "A campaign is a folder with a script.yaml: make one"),
    "no_script": Told(
        "the campaign's folder has no script.yaml", "Rename {near} to script.yaml", "Add a script.yaml with the steps"
    ),
    "misnamed_file": Told("the file {name} isn't read: its name is wrong", "Rename it to {near}"),
    "stray_file": Told(
        "the file {name} isn't read", "Add include: {name}, or take it away; read by themselves are {known}"
    ),
    "unreadable": Told("the file can't be opened: {reason}", "Check the rights on the file"),
    "not_utf8": Told("the file isn't UTF-8 (looks like {encoding})", 'Save it as UTF-8: "Save as", field "Encoding"'),
    "too_large": Told(
        "the file is over {limit} MB: no script is", "Take out what doesn't belong, or split the campaign"
    ),
    "bad_character": Told("a control character {character}", "Delete it: it came along with copied text"),
    "invisible_character": Told("an invisible character {character}", "Delete it: it came along with copied text"),
    "empty_script": Told("the file is empty", "Begin with id:, title:, language: and steps:"),
    "empty_file": Told("the file is empty", "Fill it or delete it"),
    "format_newer": Told("format {found} is newer than this program reads ({known})", "Update Callgrade"),
    # what YAML makes of it
    "tab": Told("a tab in the indentation (lines: {count})", "Use spaces: YAML is indented by nothing else"),
    "odd_space": Told("a non-breaking space in the indentation", "Delete the indentation and type plain spaces"),
    "dash_space": Told(
        "no space after the hyphen", "Write: {near}", 'Begin each phrase with "- ", a hyphen and a space'
    ),
    "long_dash": Told(
        "a dash instead of a hyphen", "Write: {near}", 'Begin each phrase with "- ", a hyphen and a space'
    ),
    "colon_space": Told("no space after the colon", "Write: {near}"),
    "colon_missing": Told("no colon after the key", "Write: {near}"),
    "quote_needed": Told("this line can't be read without quotes", "Put the text in quotes: {near}"),
    "inner_quotes": Told("quotes inside quotes", "Write: {near}"),
    "unclosed_quote": Told(
        "a quote is opened and not closed", "Close it after the phrase: {near}", "Close it after the phrase"
    ),
    "backslash": Told("a backslash in double quotes", "Write: {near}"),
    "indentation": Told(
        "the line's indentation differs from its neighbours'", "Write with {spaces} spaces before it: {near}"
    ),
    "syntax": Told(
        "the line isn't YAML ({reason})",
        'Check indentation, quotes and colons here and one line up: "key: value", and "- " before a phrase',
    ),
    "several_documents": Told("the file holds two documents, parted by ---", "Keep one: take out the line ---"),
    "too_deep": Told("too much nesting or too many &/* references", "Write it plainly, without YAML references"),
    "duplicate_key": Told('the key "{key}" stands in line {first} already', "Keep one of the two"),
    "comment_cut": Told(
        'all after " #" is a comment, only "{kept}" is left',
        "If it belongs to the phrase, quote the phrase; if it is a comment, move it one line up",
    ),
    # keys and values
    "not_mapping": Told("keys with values were expected here", "Write, for instance: {example}"),
    "section_not_list": Told('"{key}" must be a list', 'Begin each entry with "- id: …"'),
    "unknown_key": Told('unknown key "{key}"', 'Did you mean "{near}"', "Take it out; known here: {known}"),
    "misspelt_key": Told('unknown key "{key}", and "{near}" is missing', 'Write "{near}:"'),
    "missing_key": Told('the required key "{key}" is missing', "Add: {example}"),
    "missing_title": Told("there is no title", "Add: title: A name for the reports"),
    "empty_value": Told('the key "{key}" has no value', "Write, for instance: {example}"),
    "empty_item": Told("an empty line of a list", "Write the phrase or delete the hyphen"),
    "item_is_mapping": Told('not a text but "key: value": so YAML reads a colon and {{ }}', "Put it in quotes: {near}"),
    "item_is_list": Told("not a text but a list: so YAML reads [ ]", "Put it in quotes: {near}"),
    "single_not_list": Told('"{key}" must be a list', "Write: {key}: [{value}]"),
    "wrong_type": Told('the value of "{key}" is of the wrong kind', "Write, for instance: {example}"),
    "bad_choice": Told(
        '"{value}" is no value for "{key}"', 'Did you mean "{near}"; there are: {known}', "Choose one of: {known}"
    ),
    "bad_id": Told('the name "{value}" won\'t do', "Letters, digits, - and _ only, no spaces: {near}"),
    "odd_id": Told(
        'the name "{value}" has more than small Latin letters, digits, - and _', "Better {near}", "Use Latin letters"
    ),
    "bad_number": Told(
        '"{value}" is not a number', "Write {near}", "Write digits only, no spaces or signs, with a decimal point"
    ),
    "bad_flag": Told('"{value}" for "{key}" is neither yes nor no', "Write {near}", "Write true or false"),
    "bad_date": Told('"{value}" is not a date', "Write {near}", "Write year-month-day: 2026-12-31"),
    "out_of_range": Told("{key}: {value} won't do", "The number must be {limit}"),
    "wrong_value": Told('"{key}": the value won\'t do ({reason})', "Write, for instance: {example}"),
    # includes
    "include_missing": Told(
        "there is no file {name}",
        "Did you mean {near}",
        "Check name and folder: beside this file, in the library, in the program's common/",
    ),
    "include_outside": Told(
        "the file {name} lies outside the library", "Put it into the library's folder, say into common/"
    ),
    "include_not_yaml": Told("{name} is not a YAML file", "Include .yaml files only"),
    "include_circular": Told("files include each other in a circle: {chain}", "Take out this include"),
    # how the parts fit together
    "duplicate_id": Told('the id "{id}" stands in line {first} already', "Give another id"),
    "duplicate_campaign": Told('the campaign "{id}" is in {other} too', "Give one of them another id"),
    "unknown_step": Told('there is no step "{id}"', 'Did you mean "{near}"', "The steps are: {known}"),
    "unknown_objection": Told('there is no objection "{id}"', 'Did you mean "{near}"', "The objections are: {known}"),
    "unknown_fact": Told('there is no fact "{id}"', 'Did you mean "{near}"', "The facts are: {known}"),
    "circular_after": Told("steps wait for each other in a circle: {chain}", "Take out one of the after"),
    "zero_weights": Told("all steps weigh 0: there can be no score", "Give at least one step weight: 10"),
    "no_steps": Told("the script has no step", "Add to steps: - id: greeting"),
    "within_both": Told(
        "within: start and end together contradict each other",
        "Keep one: start counts from the call's start, end back from its end",
    ),
    "within_long": Told("within: {value} s is over two hours", "Times are in seconds: a minute is 60"),
    "empty_rule": Told('"{key}" has nothing in it', "Write, for instance: {example}"),
    "no_way": Told(
        'the required step "{id}" can\'t be found: neither say nor keywords', "Add say: with phrases, or keywords:"
    ),
    "no_way_optional": Told(
        'the step "{id}" can\'t be found: neither say nor keywords', "Add say: with phrases, or keywords:"
    ),
    "no_phrases": Told('"{key}" of "{id}" has no phrase', "Add at least one"),
    "no_examples": Told(
        'the required step "{id}" has no examples', "Add examples: done: and not_done: they are its test"
    ),
    "valid_reversed": Told("valid: begins {since}, after its end {until}", "Swap the dates"),
    "valid_overlap": Told(
        'the fact "{id}" is in force on the same days as the entry in line {first}', "Part them by valid: from and to"
    ),
    "value_empty": Told("value holds no value", "Write, for instance: {example}"),
    "value_several": Told("value has both {first} and {second}", "Keep one: only one is compared"),
    "number_as_text": Told(
        'the value is written as a text: "{text}"; a number told wrongly is not noticed so',
        "Write it as a number: value: {{amount: 24900, unit: RUB}} or {{percent: 10}}",
    ),
    "value_missing": Told(
        'the phrase has {{value}}, but the fact "{id}" has no value', "Add value: {{amount: 24900, unit: RUB}}"
    ),
    "fact_unsaid": Told(
        'the fact "{id}" can\'t be found: neither say nor value', "Add say: with the manager's phrases"
    ),
    # phrases
    "unknown_placeholder": Told("unknown placeholder {{{name}}}", "Did you mean {{{near}}}", "There are: {known}"),
    "unbalanced": Told('the bracket "{bracket}" has no partner', "Write both: (good day|hello), {{company}}"),
    "bar_outside": Told('a bar "|" means nothing without brackets', "Put the choices in brackets: (yes|no)"),
    "too_short": Told('the phrase "{phrase}" is too short: any call holds it', "Add words around it"),
    "only_placeholders": Told('the phrase "{phrase}" is placeholders only', "Add words around them"),
    "other_language": Told(
        'the phrase "{phrase}" is not in the campaign\'s language ({language})', "Translate it, or mend language"
    ),
    "mixed_letters": Told(
        'the word "{word}" mixes Cyrillic and Latin letters ({letters})', "Type the word again in one layout"
    ),
    # synonyms
    "group_not_list": Told("a group of words without square brackets", "Write: {near}", "Write: - [call, phone]"),
    "lone_synonym": Told("a group of one word ({word})", "Add another that means the same, or take the group out"),
    "same_synonym": Told('"{word}" is in the group already', "Keep one"),
    "synonym_sign": Told('"{word}" has signs of phrases: brackets or a bar', "Write plain words, choices by commas"),
    "close_groups": Told(
        "the same words ({words}) stand together in the group in line {first} too",
        "Make the two groups one, or leave them one word in common",
    ),
    # steps that can't be told apart
    "duplicate_phrase": Told(
        'the phrase "{phrase}" stands in line {first} already (step {other})', "Keep it in one place"
    ),
    "overlapping_phrases": Told(
        'the phrase "{phrase}" has nearly the words of step {other} (line {first})',
        "Word the two apart, or name in keywords what only this step has",
    ),
    "held_phrase": Told(
        'the phrase "{phrase}" is too short to tell its step from {other} (line {first}), which holds it',
        "Add a word that only this step has, or put it into that step's keywords.none_of",
    ),
    "weights_sum": Told("the steps' weights add up to {total}, not to 100", "Give or take the difference"),
}
