"""What time it is: the one place that is asked, so that a test can say."""

from __future__ import annotations

import time
from datetime import datetime


def now() -> datetime:
    """Return date and time here, with the zone."""
    return datetime.now().astimezone()


def seconds() -> float:
    """Return seconds that only ever grow; where they begin is nobody's business."""
    return time.monotonic()
