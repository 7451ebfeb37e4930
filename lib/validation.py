"""``python -m lib.validation``: the models against measurements (``lib.evidence.forecast``)."""

import sys

from lib.evidence.forecast import main

if __name__ == "__main__":
    sys.exit(main())
