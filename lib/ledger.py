"""``python -m lib.ledger``: the claims of both documents in a terminal (``lib.claims.ledger``)."""

import sys

from lib.claims.ledger import main

if __name__ == "__main__":
    sys.exit(main())
