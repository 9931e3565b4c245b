/* SPDX-License-Identifier: MIT */
#include "ui/blocks/keypad.h"

#include <assert.h>

enum {
    KEY_UM = 22700,
    KEY_UM_MIN = 11700, /* the facilitator's least target */
    KEY_GAP_X_UM = 8300,
    KEY_GAP_Y_UM = 4700,
    KEY_GAP_UM_MIN = 2600,
    PAD_KEYS = 12,
    CLEAR_UM = 4200, /* capitals on the Clear key where they fit; the least are */
    CLEAR_LEAST_UM = 3200,
    CLEAR_EDGE_UM = 1100, /* between the word and the edge of its round key */
    NOTES_UM = 60000,     /* below the stones of a tall page */
    DOWN_PERCENT = 65,    /* of what is free there goes above the words */
    STONE_UM = 2700,      /* radius */
    STONE_RING_UM = 4700,
    STONE_PITCH_UM = 15000,
    STONE_TIGHT = 72, /* hundredths of all that, where words need the height */
    TIGHT_AIR = 60,
};

/* Where the keypad goes: the side of a key and the gaps, as large as fits. */
struct pad {
    int32_t key, gap_x, gap_y;
    int32_t w, h;
};

static struct pad pad_size(const struct ui *ui, struct box box)
{
    for (int32_t key_um = KEY_UM; key_um >= KEY_UM_MIN; key_um -= 500) {
        int32_t share = (key_um - KEY_UM_MIN) * 1000 / (KEY_UM - KEY_UM_MIN);
        struct pad pad = {
            .key = ui_um(ui, key_um),
            .gap_x = ui_um(ui, KEY_GAP_UM_MIN + (KEY_GAP_X_UM - KEY_GAP_UM_MIN) * share / 1000),
            .gap_y = ui_um(ui, KEY_GAP_UM_MIN + (KEY_GAP_Y_UM - KEY_GAP_UM_MIN) * share / 1000)};
        pad.w = 3 * pad.key + 2 * pad.gap_x;
        pad.h = 4 * pad.key + 3 * pad.gap_y;
        if (pad.h <= box.h && pad.w <= box.w * 55 / 100) {
            return pad;
        }
        if (key_um - 500 < KEY_UM_MIN) {
            return pad;
        }
    }
    assert(!"a pad");
    return (struct pad){0};
}

/* Returns whether the word stands clear of the edge of a round key, with capitals so high. */
static bool clear_fits(const struct ui *ui, const char *word, int32_t key_px, int32_t cap_um)
{
    const float radius = (float)key_px / 2 - ui_umf(ui, CLEAR_EDGE_UM);
    const float half =
        (float)ui_text_width(ui, TYPE_F_TEXT, word) * (float)cap_um / (2.0F * CLEAR_LEAST_UM);
    const float over = ui_umf(ui, cap_um) / 2;
    return half * half + over * over <= radius * radius;
}

static void pad_key(struct ui *ui, const struct keypad *keypad, uint32_t index, struct box box)
{
    static const char *const IDS[PAD_KEYS] = {"pin.key.1", "pin.key.2", "pin.key.3", "pin.key.4",
                                              "pin.key.5", "pin.key.6", "pin.key.7", "pin.key.8",
                                              "pin.key.9", "pin.clear", "pin.key.0", "pin.delete"};
    struct ui_button key = {.id = IDS[index], .kind = BUTTON_KEY};
    char digit[NUMBER_BYTES];
    if (index == 9) {
        key.label = keypad->clear_word;
        key.kind = BUTTON_F;
        key.cap_um = CLEAR_UM;
        if (!clear_fits(ui, key.label, box.w, CLEAR_UM)) {
            key.cap_um = 0; /* the usual letters, before an icon */
        }
        if (!clear_fits(ui, key.label, box.w, CLEAR_LEAST_UM)) {
            key.spoken = key.label;
            key.label = "";
            key.icon = ICON_ERASE;
        }
        key.action = keypad->clear;
    } else if (index == 11) {
        key.label = "";
        key.spoken = keypad->delete_word;
        key.icon = ICON_DELETE;
        key.action = keypad->delete;
    } else {
        uint32_t n = index == 10 ? 0 : index + 1;
        key.label = ui_number(ui, digit, n);
        key.action = keypad->digit;
        key.secret = true;
        key.arg = (int16_t)n;
    }
    ui_button(ui, &key, box);
}

static void pad_keys(struct ui *ui, const struct keypad *keypad, struct pad pad, int32_t x,
                     int32_t y)
{
    for (uint32_t i = 0; i < PAD_KEYS; i++) {
        /* A keypad is the same everywhere: turned back, it stands as drawn in a mirrored frame. */
        int32_t column = (int32_t)(ui->frame->rtl ? 2 - i % 3 : i % 3), row = (int32_t)(i / 3);
        pad_key(ui, keypad, i,
                (struct box){x + column * (pad.key + pad.gap_x), y + row * (pad.key + pad.gap_y),
                             pad.key, pad.key});
    }
}

/* Draws a stone for each digit, in at least six places. */
static void stones(struct flow *flow, const struct keypad *keypad)
{
    struct ui *ui = flow->ui;
    const uint32_t in = keypad->typed;
    const uint32_t places = in > keypad->typed_least ? in : keypad->typed_least;
    const int32_t share = ui->air < TIGHT_AIR ? STONE_TIGHT : 100;
    float radius = ui_umf(ui, STONE_UM * share / 100),
          ring = ui_umf(ui, STONE_RING_UM * share / 100);
    float pitch = ui_umf(ui, STONE_PITCH_UM * share / 100);
    if (pitch * (float)(places - 1) + 2 * ring > (float)flow->box.w) {
        /* Twelve digits on a narrow page: the rings still do not touch. */
        pitch = ((float)flow->box.w - 2 * ring) / (float)(places - 1);
        float scale = pitch < 2.2F * ring ? pitch / (2.2F * ring) : 1.0F;
        radius *= scale;
        ring *= scale;
    }
    int32_t height = ui_um(ui, 2 * STONE_RING_UM * share / 100), y;
    if (!flow_block(flow, height, &y)) {
        return;
    }
    float x = (float)flow->box.x + ring, middle = (float)y + (float)height / 2;
    for (uint32_t i = 0; i < places; i++) {
        if (i < in) {
            ui_ring(ui, x, middle, ring, INK_OUTLINE, ui_umf(ui, 220), 140);
            ui_disc(ui, x, middle, radius, INK_OUTLINE, 255);
        } else {
            ui_ring(ui, x, middle, radius, INK_OUTLINE, ui_umf(ui, 400), 255);
        }
        x += pitch;
    }
    struct ui_text words = {.id = "pin.stones",
                            .text = "",
                            .spoken = keypad->typed_spoken,
                            .role = ROLE_PROGRESS,
                            .type = TYPE_CAPTION,
                            .x = flow->box.x,
                            .y = y,
                            .w = flow->box.w};
    ui_text(ui, &words);
}

/* Draws the words and the stones. down: px of the free page that stand above them. */
static int32_t flow_entry(struct ui *ui, struct box box, const struct keypad *keypad, int32_t down)
{
    struct flow flow;
    bool title_stays = keypad->above != NULL;
    flow_begin(&flow, ui, box);
    if (keypad->above != NULL) {
        keypad->above(keypad->context, &flow);
    }
    flow.y += title_stays ? 0 : down;
    flow_text(&flow, &(struct ui_text){.id = "pin.title",
                                       .text = keypad->title,
                                       .role = ROLE_HEADING,
                                       .type = TYPE_TITLE,
                                       .balance = true});
    if (title_stays) {
        flow.y += down;
    }
    flow_gap(&flow, 4000);
    flow_text(&flow,
              &(struct ui_text){
                  .id = "pin.enter", .text = keypad->enter, .role = ROLE_TEXT, .type = TYPE_BODY});
    flow_gap(&flow, 13000);
    stones(&flow, keypad);
    flow_gap(&flow, 13000);
    flow_text(&flow, &(struct ui_text){.id = "pin.note",
                                       .text = keypad->note,
                                       .role = ROLE_STATUS,
                                       .balance = true,
                                       .type = TYPE_CAPTION,
                                       .ink = keypad->note_ink});
    if (keypad->more != NULL) {
        flow_gap(&flow, 4000);
        flow_text(&flow, &(struct ui_text){.id = "pin.more",
                                           .text = keypad->more,
                                           .role = ROLE_TEXT,
                                           .balance = true,
                                           .type = TYPE_CAPTION});
    }
    if (keypad->below != NULL) {
        keypad->below(keypad->context, &flow);
    }
    flow_end(&flow);
    return flow.y;
}

/* Returns how much of what is free of a tall page stands above the words rather than between words
 * and pad. Notes are left out, so that nothing moves when another note comes. */
static int32_t words_down(struct ui *ui, struct box box, const struct keypad *keypad)
{
    struct ui_mark mark = ui_mark(ui);
    struct keypad plain = *keypad;
    plain.note = "";
    plain.more = NULL;
    int32_t spare = box.y + box.h - flow_entry(ui, box, &plain, 0) - ui_um(ui, NOTES_UM);
    ui_rewind(ui, mark);
    return spare > 0 ? spare * DOWN_PERCENT / 100 : 0;
}

void ui_keypad(struct ui *ui, struct box box, const struct keypad *keypad)
{
    struct pad pad = pad_size(ui, box);
    ui->overflow = ui->overflow || pad.h > box.h;
    bool tall = ui->height > ui->width;
    struct box text = box;
    int32_t pad_x = box.x + box.w - pad.w, pad_y = box.y + (box.h - pad.h) / 2;
    if (tall) {
        pad_x = box.x + (box.w - pad.w) / 2;
        pad_y = box.y + box.h - pad.h;
        text.h = box.h - pad.h - ui_um(ui, 4000);
    } else {
        text.w = box.w - pad.w - ui_um(ui, 12000);
    }
    int32_t down = tall && !ui->paged ? words_down(ui, text, keypad) : 0;
    flow_entry(ui, text, keypad, down);
    pad_keys(ui, keypad, pad, pad_x, pad_y);
}
