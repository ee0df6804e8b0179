/* Reads a calendar on stdin with libical. `check` prints what it finds wrong and how many events it read; of a
   calendar that is no message it asks next to nothing, and so it is asked again as if it were published.
   `instants` prints uid and instant of each time in a zone, by the calendar's own VTIMEZONE. */
#include <libical/ical.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static char text[1 << 24];

static int tell_errors(icalcomponent *component)
{
    int found = 0;
    for (icalproperty *p = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY); p != NULL;
         p = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)) {
        if (icalproperty_isa(p) != ICAL_XLICERROR_PROPERTY) continue;
        printf("%s: %s\n", icalcomponent_kind_to_string(icalcomponent_isa(component)), icalproperty_get_xlicerror(p));
        found++;
    }
    for (icalcomponent *c = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); c != NULL;
         c = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
        found += tell_errors(c);
    return found;
}

static void tell_instant(icalcomponent *event)
{
    struct icaltimetype start = icalcomponent_get_dtstart(event);
    char said[32];
    if (start.is_date || start.zone == NULL) return;
    time_t instant = icaltime_as_timet_with_zone(start, start.zone);
    strftime(said, sizeof said, "%Y-%m-%dT%H:%M:%SZ", gmtime(&instant));
    printf("%s %s\n", icalcomponent_get_uid(event), said);
}

static void publish(icalcomponent *calendar)
{
    icalcomponent_add_property(calendar, icalproperty_new_method(ICAL_METHOD_PUBLISH));
    for (icalcomponent *c = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); c != NULL;
         c = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        icalcomponent_add_property(c, icalproperty_new_organizer("mailto:runner@example.org"));
}

int main(int argc, char **argv)
{
    size_t length = fread(text, 1, sizeof text - 1, stdin);
    text[length] = '\0';
    icalcomponent *calendar = icalparser_parse_string(text);
    if (argc != 2 || calendar == NULL || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) return 2;
    if (strcmp(argv[1], "instants") == 0) {
        for (icalcomponent *c = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); c != NULL;
             c = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
            tell_instant(c);
        return 0;
    }
    icalrestriction_check(calendar);
    publish(calendar);
    icalrestriction_check(calendar);
    int events = icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT);
    printf("%d events, %d errors\n", events, tell_errors(calendar));
    return 0;
}
