"""Prints uid and instant of each time in a zone on stdin, by the zone database of Python and by nothing else.

The text is read line by line here: what a calendar says of its zone must not come in.
"""

import re
import sys
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

text = sys.stdin.buffer.read().decode("utf-8").replace("\r\n ", "")
for event in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.S):
    start = re.search(r"^DTSTART;TZID=([^:]+):(\d{8}T\d{6})\r$", event, re.M)
    if start is None:
        continue
    uid = re.search(r"^UID:(.*)\r$", event, re.M).group(1)
    local = datetime.strptime(start.group(2), "%Y%m%dT%H%M%S").replace(tzinfo=ZoneInfo(start.group(1)))
    print(uid, local.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"))
