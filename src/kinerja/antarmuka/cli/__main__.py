"""`python -m kinerja.antarmuka.cli` does what `kinerja` does."""

import sys

from kinerja.antarmuka.cli import main

sys.exit(main())
