"""How is the model made from nothing? The whole recipe, step by step, in one command.

python -m speech_model.recipe --minutes 120               # two to three hours on two processor cores
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from speech_model.recipe import corpus, vocabulary
from speech_model.recipe.train import TOKENIZER


def _python(module: str, *arguments: str) -> None:
    # oneDNN compiles its kernels for each shape of batch: with too small a store it would do so for ever.
    settings = {"ONEDNN_PRIMITIVE_CACHE_CAPACITY": "16384", "LRU_CACHE_CAPACITY": "16384"}
    command = [sys.executable, "-m", f"speech_model.recipe.{module}", *arguments]
    subprocess.run(command, check=True, env={**os.environ, **settings})


def main() -> None:
    """Vocabulary, speech, training, conversion, figures; each step is left out where its result exists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=120.0, help="time for the training alone")
    parser.add_argument("--shards", type=int, default=60, help="about half an hour of speech in each")
    chosen = parser.parse_args()
    corpus.WORK.mkdir(exist_ok=True)
    if not TOKENIZER.exists():
        vocabulary.make().tokenizer.save(str(TOKENIZER))
    _python("corpus", "--shards", str(chosen.shards))
    _python("corpus", "--first", "900", "--shards", "3", "--festival")
    _python("train", "--minutes", str(chosen.minutes))
    _python("convert")
    _python("ctc")
    _python("evaluate")


if __name__ == "__main__":
    main()
