"""`python -m site_builder` is the command `dossier`."""

from site_builder.cli import main

main()
