"""What a frozen bundle runs."""

import sys

from nqpf_study.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
