/* SPDX-License-Identifier: MIT */
/* Protects people from a sentence about the disk that is not so. Each request is made once for
 * every call to the folder that can fail, before that call has its effect, after it, and as the
 * last one that a dying disk answers; what the keeper then says is compared with what the disk
 * holds. */
#include "disk_rig.h"
#include "sanitized.h"

/* The totals file of before the meeting and with it. */
static struct image before, with;

static void add_people(void)
{
    for (int i = 0; i < 3; i++) {
        assert_int_equal(rig_add(SIDE_UPPER), MESSAGE_ADDED);
    }
}

/* People in an open meeting. */
static void start_meeting(bool has_old)
{
    start(has_old);
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    add_people();
}

static void make_images(bool has_old)
{
    start_meeting(has_old);
    take(&before, STORE_FILE);
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    take(&with, STORE_FILE);
    assert_true(with.length > 0 && !holds(STORE_FILE, &before));
}

/* Each word of the status that says something of the totals file. */
static void check_words(bool has_old)
{
    const struct keeper_status *status = rig_status();
    bool is_old = holds(STORE_FILE, &before), is_new = holds(STORE_FILE, &with);
    assert_true(is_old || is_new);
    if (status->meeting != MEETING_NONE) {
        assert_int_equal(status->meeting, MEETING_UNSAVED);
        assert_int_equal(status->open_meetings, has_old);
        return;
    }
    switch ((enum ended)status->ended) {
    case ENDED_SAVED:
    case ENDED_SAVED_ALONE:
    case ENDED_KEPT:
        assert_true(is_new && is_settled(STORE_FILE));
        break;
    case ENDED_DISCARDED:
        assert_true(is_old && is_settled(STORE_FILE));
        break;
    case ENDED_UNSURE:
        break;
    case ENDED_NOT:
    case ENDED_REFLECTION:
        fail();
    }
}

/* What the views tell of: the file that is there, where it can be read. */
static void check_views(bool has_old)
{
    static struct image now;
    take(&now, STORE_FILE);
    if (rig_status()->meeting == MEETING_NONE) {
        bool is_new = holds(STORE_FILE, &with);
        assert_int_equal(rig_status()->open_meetings, (int)has_old + is_new);
        assert_int_equal(rig_status()->file_bytes, now.length);
    }
}

/* The disk works again: the next meeting is counted beside whatever is there. */
static void check_next(bool has_old)
{
    if (rig_status()->meeting == MEETING_NONE) {
        bool is_new = holds(STORE_FILE, &with);
        if (!rig_status()->unlocked) {
            rig_unlock();
        }
        rig_meeting(1, SIDE_LOWER);
        assert_int_equal(rig_status()->open_meetings, (int)has_old + is_new + 1);
    }
}

typedef enum status ask_fn(void);

static enum status ask_close(void)
{
    return rig_ask(MESSAGE_CLOSE);
}

static enum status ask_discard(void)
{
    return rig_ask(MESSAGE_DISCARD);
}

static enum status ask_leave(void)
{
    rig_make(MESSAGE_LEAVE);
    rig.in.as.leave = LEAVE_KIOSK;
    assert_int_equal(rig_send(), STATUS_OK);
    enum status status = rig_result();
    bool leaves = rig.keeper.leave == LEAVE_KIOSK;
    assert_int_equal(leaves, status == STATUS_OK && rig_status()->ended == ENDED_SAVED);
    return status;
}

/* Three hours pass, and nobody is in a turn. */
static enum status ask_alone(void)
{
    (void)rig_pass(KEEPER_OPEN_MS_MAX);
    (void)rig_pass(KEEPER_ENDING_MS_MAX);
    return (enum status)rig_status()->unsaved_why;
}

static int calls_of(ask_fn *ask, bool has_old)
{
    start_meeting(has_old);
    mend();
    assert_int_equal(ask(), STATUS_OK);
    assert_true(fake.calls >= 10 && fake.calls < 40);
    return fake.calls;
}

static void for_each_failure(ask_fn *ask, void (*after)(bool has_old, enum how how))
{
    for (int has_old = 0; has_old <= 1; has_old++) {
        make_images(has_old);
        const int calls = calls_of(ask, has_old);
        for (int call = 1; call <= calls; call++) {
            for (enum how how = BEFORE; how < HOW_COUNT; how++) {
                start_meeting(has_old);
                arm(call, how);
                enum status status = ask();
                assert_int_equal(status == STATUS_OK, rig_status()->meeting == MEETING_NONE);
                check_words(has_old);
                after(has_old, how);
            }
        }
    }
}

/* The disk is put right, and the meeting saved by a second try. */
static void try_again(bool has_old, enum how how)
{
    (void)how;
    mend();
    check_views(has_old);
    if (rig_status()->meeting == MEETING_UNSAVED) {
        if (!rig_status()->unlocked) {
            rig_unlock();
        }
        assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
        check_words(has_old);
        check_views(has_old);
    }
    assert_true(holds(STORE_FILE, &with) && is_settled(STORE_FILE));
    check_next(has_old);
}

static void test_a_close(void **state)
{
    (void)state;
    for_each_failure(ask_close, try_again);
}

static void test_leaving(void **state)
{
    (void)state;
    for_each_failure(ask_leave, try_again);
}

static void test_a_close_by_itself(void **state)
{
    (void)state;
    for_each_failure(ask_alone, try_again);
}

/* Where the disk still fails, it does so at every call of the discard in turn. */
static void test_a_discard_after_a_close(void **state)
{
    (void)state;
    int seen[ENDED_UNSURE + 1] = {0};
    for (int has_old = 0; has_old <= 1; has_old++) {
        make_images(has_old);
        const int calls = calls_of(ask_close, has_old);
        for (int call = 1; call <= calls; call++) {
            for (int second = 0; second <= 14 * HOW_COUNT; second += IS_SANITIZED ? 5 : 1) {
                start_meeting(has_old);
                arm(call, second % 2 == 0 ? BEFORE : AFTER);
                if (ask_close() == STATUS_OK) {
                    continue;
                }
                arm(second / HOW_COUNT, (enum how)(second % HOW_COUNT));
                assert_int_equal(ask_discard(), STATUS_OK);
                check_words(has_old);
                seen[rig_status()->ended]++;
                mend();
                check_next(has_old);
            }
        }
    }
    assert_true(seen[ENDED_DISCARDED] > 0 && seen[ENDED_KEPT] > 0 && seen[ENDED_UNSURE] > 0);
}

static enum status create_but_guard(void *context, const char *name, int *file)
{
    return strcmp(name, GUARD_TEMPORARY) == 0 ? STATUS_IO : fake.ops.create(context, name, file);
}

/* The meeting is what matters. The guard is written as soon as that works. */
static void test_a_guard_that_takes_no_write(void **state)
{
    (void)state;
    struct guard guard;
    make_images(true);
    start_meeting(true);
    rig.ops.create = create_but_guard;
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
    assert_int_equal(rig_status()->ended, ENDED_SAVED);
    check_words(true);
    rig.ops.create = fake.ops.create;
    bool was_open = true;
    assert_int_equal(keeper_end(&rig.keeper, &was_open), STATUS_OK);
    assert_false(was_open);
    assert_int_equal(guard_load(&guard, &fake.ops), STATUS_OK);
    assert_int_equal(guard.flag, GUARD_NO_MEETING);
}

/* What main prints: saved; could not be saved and is lost; or that nobody knows. */
static void test_a_shutdown(void **state)
{
    (void)state;
    for (int has_old = 0; has_old <= 1; has_old++) {
        make_images(has_old);
        const int calls = calls_of(ask_close, has_old);
        for (int call = 1; call <= calls; call++) {
            for (enum how how = BEFORE; how < HOW_COUNT; how++) {
                bool was_open = false;
                start_meeting(has_old);
                arm(call, how);
                enum status status = keeper_end(&rig.keeper, &was_open);
                assert_true(was_open);
                if (status == STATUS_OK) {
                    assert_true(holds(STORE_FILE, &with) && is_settled(STORE_FILE));
                } else if (status != STATUS_UNSURE) {
                    assert_true(holds(STORE_FILE, &before) && is_settled(STORE_FILE));
                }
            }
        }
    }
}

/* The file was another one, or had gone, when the close looked; now the same holds of the words. */
static void check_beside(bool is_gone)
{
    static const struct image stranger = {.bytes = "other", .length = 5};
    bool is_kept = is_gone || holds(STORE_FILE, &stranger) || holds(STORE_ASIDE "1", &stranger);
    assert_true(is_kept);
    enum ended ended = (enum ended)rig_status()->ended;
    bool is_new = holds(STORE_FILE, &with);
    if (ended == ENDED_SAVED) {
        assert_true(is_gone || (is_settled(STORE_ASIDE "1") && rig_status()->set_aside));
        assert_int_equal(rig_status()->file, FILE_CHANGED);
    }
    if (ended == ENDED_SAVED || ended == ENDED_KEPT) {
        assert_true(is_new && is_settled(STORE_FILE));
    } else if (ended == ENDED_DISCARDED) {
        assert_true(!is_new && is_settled(STORE_FILE));
    }
}

static void fail_beside(bool is_gone, int call, enum how how, bool again)
{
    start_meeting(true);
    if (is_gone) {
        fake_set(fake.now, STORE_FILE, -1);
        fake_set(fake.synced, STORE_FILE, -1);
    } else {
        fake_put(&fake, STORE_FILE, "other", 5);
    }
    arm(call, how);
    if (ask_close() != STATUS_OK) {
        assert_int_equal(rig_status()->meeting, MEETING_UNSAVED);
        mend();
        assert_int_equal(again ? ask_close() : ask_discard(), STATUS_OK);
    }
    check_beside(is_gone);
    mend();
    /* What is told is told until it is seen, and the next meeting goes on from our own totals. */
    uint32_t held = rig_status()->ended == ENDED_DISCARDED ? 1 : 2;
    rig_meeting(1, SIDE_LOWER);
    assert_int_equal(rig_status()->open_meetings, held + 1);
    assert_int_equal(rig_status()->file, FILE_CHANGED);
    assert_int_equal(rig_ask(MESSAGE_SEEN), STATUS_OK);
    assert_int_equal(rig_status()->file, FILE_GOOD);
}

static void test_a_close_beside_another_file(void **state)
{
    (void)state;
    make_images(true);
    for (int is_gone = 0; is_gone <= 1; is_gone++) {
        for (int call = 0; call <= 20; call++) {
            for (enum how how = BEFORE; how < HOW_COUNT; how++) {
                fail_beside(is_gone, call, how, true);
                fail_beside(is_gone, call, how, false);
            }
        }
    }
}

/* The power goes right after the answer that a meeting has ended. */
static void end_without_power(ask_fn *ask)
{
    start_meeting(true);
    assert_int_equal(ask(), STATUS_OK);
    fake_cut_power(&fake);
    struct guard guard;
    assert_int_equal(guard_load(&guard, &fake.ops), STATUS_OK);
    assert_int_equal(guard.flag, GUARD_NO_MEETING);
}

/* What was said to be saved or discarded is never doubted by the next start. */
static void test_power_that_goes_after_the_answer(void **state)
{
    (void)state;
    for (int i = 0; i < 20; i++) {
        end_without_power(ask_close);
        end_without_power(ask_discard);
        end_without_power(ask_leave);
    }
}

int main(void)
{
    rig_start();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_close),
        cmocka_unit_test(test_leaving),
        cmocka_unit_test(test_a_close_by_itself),
        cmocka_unit_test(test_a_discard_after_a_close),
        cmocka_unit_test(test_a_guard_that_takes_no_write),
        cmocka_unit_test(test_a_shutdown),
        cmocka_unit_test(test_a_close_beside_another_file),
        cmocka_unit_test(test_power_that_goes_after_the_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
