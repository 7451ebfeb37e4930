"""``python -m lib.validation``: the models against measurements (``lib.evidence.validation``)."""

import sys

from lib.evidence.validation import main

if __name__ == "__main__":
    sys.exit(main())
