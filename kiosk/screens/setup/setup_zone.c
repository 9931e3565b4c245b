/* SPDX-License-Identifier: MIT */
/* Where a machine stands that is the kiosk alone: a region of the world, then a place that has the
 * same time. */
#include "core/zones.h"
#include "screens/setup/setup.h"
#include "ui/ids.h"
#include "ui/items.h"

#include <string.h>

enum zone_action {
    ZONE_REGION = ACTION_OWN, /* which; ZONE_REGION_COUNT: all of them */
    ZONE_PLACE,               /* which of ZONES */
};

STATE_BEGIN
struct setup_zone {
    uint8_t is_near; /* the places of one region */
    uint8_t region;
};
STATE_END

PART_STATE(struct setup_zone, SCREEN_SETUP_ZONE, seen, mine)

const char *setup_zone_title(const struct app *app)
{
    const struct zone *zone = zone_find(app->machine.zone);
    return zone != NULL ? word(app, zone->place) : NULL;
}

/* The one that is kept, in the region where it lies. */
static void flow_regions(const struct app *app, struct flow *flow)
{
    const struct zone *kept = zone_find(app->machine.zone);
    struct item items[ZONE_REGION_COUNT];
    for (uint32_t i = 0; i < ZONE_REGION_COUNT; i++) {
        const struct zone_region *region = &ZONE_REGIONS[i];
        bool has = kept != NULL && zone_is_in(kept, region);
        items[i] = (struct item){.id = id_number(flow->ui->frame, "zone.region.{n}", i + 1),
                                 .title = word(app, region->title),
                                 .note = has ? word(app, kept->place) : NULL,
                                 .icon = has ? ICON_TICK : ICON_LANGUAGE,
                                 .action = ZONE_REGION,
                                 .arg = (int16_t)i};
    }
    flow_gap(flow, 7000);
    items_flow(flow, items, ZONE_REGION_COUNT);
}

static void flow_places(const struct app *app, struct flow *flow)
{
    const struct zone_region *region = &ZONE_REGIONS[seen(app)->region];
    struct ui_button chips[ZONE_REGION_MAX];
    for (uint32_t i = 0; i < region->count; i++) {
        const struct zone *zone = &ZONES[region->first + i];
        chips[i] = choice_chip(id_number(flow->ui->frame, "zone.place.{n}", i + 1),
                               word(app, zone->place), strcmp(zone->name, app->machine.zone) == 0,
                               ZONE_PLACE, (int32_t)(region->first + i));
    }
    flow_gap(flow, 7000);
    flow_button_rows(flow, chips, region->count);
}

static void build(const struct app *app, struct ui *ui)
{
    bool near = seen(app)->is_near;
    struct setup_page page = {
        .title = word(app, near ? ZONE_REGIONS[seen(app)->region].title : MSG_SETUP_ZONE_TITLE),
        .body = word(app, near ? MSG_SETUP_ZONE_NEAR : MSG_SETUP_ZONE_BODY),
        .next = app->machine.zone[0] != '\0' ? setup_next_word(app) : NULL,
        .returns = near};
    setup_build(app, ui, &page, near ? flow_places : flow_regions);
}

static void look_at(struct app *app, bool near, uint32_t region)
{
    mine(app)->is_near = near;
    mine(app)->region = (uint8_t)region;
    app_view(app);
}

static void choose(struct app *app, const struct zone *zone)
{
    struct machine machine = app->machine;
    machine_put(machine.zone, sizeof(machine.zone), zone->name);
    setup_keep_machine(app, &machine);
}

static void act(struct app *app, enum action action, int32_t arg)
{
    switch ((int)action) {
    case ZONE_REGION:
        look_at(app, true, (uint32_t)arg);
        break;
    case ZONE_PLACE:
        choose(app, &ZONES[arg]);
        break;
    default:
        if (action == ACTION_BACK && seen(app)->is_near) {
            look_at(app, false, 0);
        } else {
            setup_act(app, action, arg);
        }
        break;
    }
}

const struct screen_ops SCREEN_OPS_SETUP_ZONE = {.part.state_bytes = sizeof(struct setup_zone),
                                                 .build = build,
                                                 .act = act,
                                                 SETUP_PAGE_OPS(setup_answer)};
