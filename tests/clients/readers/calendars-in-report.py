"""Prints the events of a CalDAV answer (multistatus) on stdin as one calendar."""

import sys
from xml.etree import ElementTree

import icalendar

whole = icalendar.Calendar()
whole.add("VERSION", "2.0")
whole.add("PRODID", "read back")
for data in ElementTree.fromstring(sys.stdin.buffer.read()).iter("{urn:ietf:params:xml:ns:caldav}calendar-data"):
    for event in icalendar.Calendar.from_ical(data.text).walk("VEVENT"):
        whole.add_component(event)
sys.stdout.buffer.write(whole.to_ical())
