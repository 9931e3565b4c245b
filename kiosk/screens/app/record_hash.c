/* SPDX-License-Identifier: MIT */
/* The hash of the app's state, field by field: padding, pointers and the frame stay out. */
#include "screens/app/record.h"

#include <string.h>

static uint64_t mix(uint64_t hash, const void *bytes, size_t length)
{
    /* FNV-1a, 64 bits. */
    const unsigned char *at = bytes;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ at[i]) * UINT64_C(0x100000001b3);
    }
    return hash;
}

static uint64_t mix_text(uint64_t hash, const char *text)
{
    return mix(hash, text, strlen(text) + 1);
}

/* Scalars, and settings, which have no padding. */
#define MIX(field) hash = mix(hash, &(field), sizeof(field))

static uint64_t mix_place(uint64_t hash, const struct app *app)
{
    MIX(app->now_ms);
    MIX(app->screen);
    MIX(app->screen_ms);
    MIX(app->input_ms);
    MIX(app->rings_ms);
    MIX(app->pointer_down);
    MIX(app->from_pause);
    MIX(app->from_comfort);
    MIX(app->from_switches);
    MIX(app->switches_page);
    MIX(app->from_idle);
    MIX(app->from_breathe);
    MIX(app->page);
    MIX(app->page_count);
    MIX(app->deadline_ms);
    MIX(app->activated_ms);
    MIX(app->show_focus);
    MIX(app->focus_moved);
    MIX(app->held);
    MIX(app->idle_keys_ms);
    MIX(app->keys_hint);
    MIX(app->comfort_is_reset);
    MIX(app->random);
    MIX(app->sequence);
    MIX(app->comfort.language);
    MIX(app->comfort.size);
    MIX(app->comfort.theme);
    MIX(app->comfort.motion_less);
    MIX(app->comfort.slow);
    MIX(app->comfort.repeat_guard);
    MIX(app->comfort.private_view);
    MIX(app->comfort.read);
    MIX(app->comfort.speed);
    MIX(app->comfort.volume);
    hash = mix_text(hash, app->focus_id);
    return mix_text(hash, app->pressed_id);
}

static uint64_t mix_switches(uint64_t hash, const struct app *app)
{
    const struct switches *switches = &app->switches;
    MIX(switches->one);
    MIX(switches->code);
    MIX(switches->presses);
    MIX(switches->other);
    MIX(switches->alone_ms);
    MIX(switches->offered);
    MIX(switches->stones);
    MIX(switches->pressed_ms);
    MIX(switches->step);
    MIX(switches->hold);
    MIX(switches->loops);
    MIX(switches->scan_ms);
    MIX(switches->scan_screen_ms);
    MIX(switches->accept_ms);
    return hash;
}

static uint64_t mix_visit(uint64_t hash, const struct app *app)
{
    MIX(app->visit);
    MIX(app->question);
    MIX(app->question_again);
    MIX(app->question_step);
    MIX(app->question_layout);
    MIX(app->question_hint);
    MIX(app->finish);
    MIX(app->settled);
    MIX(app->ended);
    MIX(app->add_ms);
    MIX(app->add_sequence);
    MIX(app->practice);
    MIX(app->practice_theme);
    MIX(app->config.secret->session.level);
    MIX(app->config.secret->session.mark);
    hash = mix_text(hash, app->config.secret->pin);
    return mix_text(hash, app->config.secret->pin_first);
}

static uint64_t mix_facilitator(uint64_t hash, const struct app *app)
{
    MIX(app->ask);
    MIX(app->close_sequence);
    MIX(app->close_ms);
    MIX(app->file_seen);
    MIX(app->seen_width);
    MIX(app->seen_height);
    MIX(app->from_settings);
    MIX(app->from_health);
    MIX(app->settings_view);
    MIX(app->choice);
    MIX(app->fit_px_per_m);
    MIX(app->fit_step);
    MIX(app->fit_way);
    MIX(app->touched);
    MIX(app->touch_off);
    MIX(app->no_sound);
    MIX(app->change_sequence);
    MIX(app->change_problem);
    MIX(app->pin_changed);
    MIX(app->support);
    MIX(app->typing);
    MIX(app->typing_line);
    hash = mix_text(hash, app->typed.text);
    MIX(app->typed.full);
    MIX(app->keyboard.layout);
    MIX(app->keyboard.page);
    MIX(app->keyboard.capitals);
    MIX(app->practising);
    MIX(app->practised);
    MIX(app->takeover);
    MIX(app->auto_locked);
    MIX(app->pin_again);
    MIX(app->pin_differ);
    MIX(app->pin_wrong);
    MIX(app->pin_sequence);
    MIX(app->room_wanted);
    MIX(app->meeting_problem);
    MIX(app->stay_ms);
    MIX(app->wait_until_ms);
    MIX(app->period);
    MIX(app->talk_theme);
    MIX(app->talk_prompt);
    MIX(app->detail_question);
    MIX(app->detail_table);
    MIX(app->line_count);
    MIX(app->line_next);
    MIX(app->lines_wanted);
    MIX(app->report_wanted);
    MIX(app->report_large);
    MIX(app->save_result);
    MIX(app->saving);
    MIX(app->saved);
    MIX(app->find_sequence);
    MIX(app->find_again);
    MIX(app->pick_sequence);
    MIX(app->pick_ms);
    MIX(app->restore_view);
    MIX(app->restore_first);
    MIX(app->erase_all_view);
    MIX(app->erase_all_left);
    MIX(app->erase_all_sequence);
    hash = mix_text(hash, app->pick.name);
    return mix_text(hash, app->drive);
}

static uint64_t mix_keeper(uint64_t hash, const struct app *app)
{
    const struct keeper_status *status = &app->status;
    MIX(app->greeted);
    MIX(app->heard);
    MIX(status->meeting);
    MIX(status->room);
    MIX(status->paused);
    MIX(status->unlocked);
    MIX(status->pin_set);
    MIX(status->last);
    MIX(status->file);
    MIX(status->ended);
    MIX(status->result);
    MIX(status->tries_left);
    MIX(status->open_meetings);
    MIX(status->complete_blocks);
    MIX(status->file_bytes);
    MIX(status->wait_ms);
    MIX(status->battery);
    MIX(status->space_low);
    MIX(status->face_again);
    MIX(status->can_switch_off);
    MIX(app->settings);
    MIX(app->machine_known);
    MIX(app->machine.px_per_m);
    MIX(app->machine.width);
    MIX(app->machine.height);
    hash = mix_text(hash, app->machine.look);
    hash = mix_text(hash, app->machine.language);
    MIX(app->health_known);
    MIX(app->health.free_mb);
    MIX(app->rows.total);
    MIX(app->rows.from);
    MIX(app->rows_at);
    MIX(app->rows.count);
    MIX(app->report.rows);
    MIX(app->drives.count);
    MIX(app->backups.count);
    return hash;
}

static uint64_t mix_speech(uint64_t hash, const struct app *app)
{
    const struct speech *speech = &app->speech;
    MIX(speech->languages);
    MIX(speech->device);
    MIX(speech->had_device);
    MIX(speech->phones);
    MIX(speech->output);
    MIX(speech->notice);
    MIX(speech->ask);
    MIX(speech->blank);
    MIX(speech->reading);
    MIX(speech->paused);
    MIX(speech->aside);
    MIX(speech->unasked);
    MIX(speech->sequence);
    MIX(speech->waiting);
    MIX(speech->crossing);
    MIX(speech->at_byte);
    MIX(speech->soon_said);
    hash = mix_text(hash, speech->at_id);
    return mix_text(hash, speech->focus_id);
}

uint64_t record_state_hash(const struct app *app)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    hash = mix_place(hash, app);
    hash = mix_switches(hash, app);
    hash = mix_speech(hash, app);
    hash = mix_visit(hash, app);
    hash = mix_facilitator(hash, app);
    return mix_keeper(hash, app);
}
