"""`perintah ARGUMEN …`: the command line itself; the last line of output is its peak memory in MiB.

`program` is this process, `pekerja` the largest of those it started (typst).
"""

import json
import resource
import sys

from kinerja.antarmuka.cli import main

kode = main(sys.argv[1:])
puncak = {
    "program": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "pekerja": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
}
sys.stdout.write("\n" + json.dumps(puncak) + "\n")
sys.exit(kode)
