"""Prints the events of each calendar on stdin as python3-icalendar reads them, one JSON array a calendar."""

import json
import sys
from datetime import date, datetime, timedelta, timezone

import icalendar


def clock(value):
    """A date or a time by the clocks of its place, without its zone."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat()
    return value.isoformat()


def zone_of(prop):
    if "TZID" in prop.params:
        return str(prop.params["TZID"])
    if isinstance(prop.dt, datetime) and prop.dt.tzinfo is not None:
        return "UTC"
    return None


def lasts(event):
    if "DURATION" in event:
        return event["DURATION"].dt
    return event["DTEND"].dt - event["DTSTART"].dt


def instant(prop):
    return prop.dt.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def words(event):
    said = event.get("CATEGORIES", [])
    return [str(word) for part in (said if isinstance(said, list) else [said]) for word in part.cats]


def told(event):
    assert isinstance(event["DTSTART"].dt, date)
    return {
        "uid": str(event["UID"]),
        "title": str(event["SUMMARY"]),
        "description": str(event.get("DESCRIPTION", "")),
        "status": str(event["STATUS"]),
        "sequence": int(event["SEQUENCE"]),
        "stamp": instant(event["DTSTAMP"]),
        "modified": instant(event["LAST-MODIFIED"]),
        "start": clock(event["DTSTART"].dt),
        "zone": zone_of(event["DTSTART"]),
        "seconds": int(lasts(event) / timedelta(seconds=1)),
        "categories": words(event),
        "visibility": str(event["CLASS"]),
        "transparency": str(event["TRANSP"]),
        "alarms": [alarm["TRIGGER"].to_ical().decode() for alarm in event.walk("VALARM")],
    }


for calendar in icalendar.Calendar.from_ical(sys.stdin.buffer.read(), multiple=True):
    for component in calendar.walk():
        if component.errors:
            sys.exit(f"{component.name}: {component.errors}")
    print(json.dumps([told(event) for event in calendar.walk("VEVENT")]))
