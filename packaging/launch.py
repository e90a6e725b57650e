"""What the frozen app starts with."""

import sys

from kdstudio.__main__ import main

sys.exit(main())
