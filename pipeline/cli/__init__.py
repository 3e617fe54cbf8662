"""What an administrator, a trainer or a script types: the `callgrade` command, one file a subcommand.

The command line stands above the rooms, so it alone may start the web room; nothing else imports `api`.
"""

from pipeline.cli.app import main

__all__ = ["main"]
