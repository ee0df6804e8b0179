"""Prints the events of each calendar on stdin as python3-vobject reads them, one JSON array a calendar.

A time in a zone also has the instant that follows from the calendar's own VTIMEZONE.
"""

import json
import sys
from datetime import datetime, timedelta, timezone

import vobject


def clock(value):
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat()
    return value.isoformat()


def text(event, name):
    return getattr(event, name).value


def lasts(event):
    if hasattr(event, "duration"):
        return event.duration.value
    return event.dtend.value - event.dtstart.value


def instant(value):
    return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def zone_of(line):
    named = line.params.get("X-VOBJ-ORIGINAL-TZID") or line.params.get("TZID")
    if named:
        return named[0]
    return "UTC" if isinstance(line.value, datetime) and line.value.tzinfo is not None else None


def told(event):
    start = event.dtstart.value
    zone = zone_of(event.dtstart)
    return {
        "uid": text(event, "uid"),
        "title": text(event, "summary"),
        "description": text(event, "description") if hasattr(event, "description") else "",
        "status": text(event, "status"),
        "sequence": int(text(event, "sequence")),
        "stamp": instant(text(event, "dtstamp")),
        "modified": instant(text(event, "last_modified")),
        "start": clock(start),
        "zone": zone,
        "seconds": int(lasts(event) / timedelta(seconds=1)),
        "categories": [word for line in event.contents.get("categories", []) for word in line.value],
        "visibility": event.contents["class"][0].value,
        "transparency": text(event, "transp"),
        "alarms": [alarm.contents["trigger"][0].serialize().split(":", 1)[1].strip() for alarm in alarms(event)],
        **({"instant": instant(start)} if zone else {}),
    }


def alarms(event):
    return event.contents.get("valarm", [])


for calendar in vobject.readComponents(sys.stdin.buffer.read().decode("utf-8")):
    calendar.validate(raiseException=True)
    print(json.dumps([told(event) for event in calendar.contents.get("vevent", [])]))
