/* SPDX-License-Identifier: MIT */
/* Protects the guarantee from outside: whoever knows the other nine answers and has the file before
 * and after a meeting learns no more of the tenth than the promise says, and not much less, so that
 * the figure is the true one. Real messages, the real close, a real folder; no look inside.
 *
 * The guesser names a case only when every number that differs points to it, and keeps silent
 * otherwise. Right over wrong guesses cannot pass exp(epsilon): exp of the Clopper-Pearson bound of
 * their ratio (99.9 %) is what the files alone prove. All seven flipped are too rare for that:
 * there the number of pointing counters is held against Binomial(2 Q, 1 / (1 + exp(-1/b))). */
#include "keeper_rig.h"
#include "sanitized.h"

#include "platform/system/folder.h"

#include <math.h>
#include <stdio.h>
#include <unistd.h>

enum {
    OTHERS = 9,
    QUESTIONS = PACK_QUESTION_MAX,
    CELLS = 2 * QUESTIONS,
    /* A scale: too few for a sharp bound, enough to see half the noise. */
    MEETINGS = IS_SANITIZED ? 120 : 1200,
    MEETINGS_LONG = 200000,
    BATCH = 40, /* meetings of one folder; then an empty one, so that no file grows large */
    SIGMAS = 6,
};

/* The cases that somebody would like to tell apart: the nine, and the tenth person. */
enum arm { ARM_NOBODY, ARM_LOWER, ARM_UPPER, ARM_ONE_UPPER, ARM_COUNT };

/* How often a guess was made and was right, among the meetings of two arms. */
struct guesses {
    double meetings, right, wrong;
};

struct audit {
    uint32_t scale;
    struct guesses answered;       /* one question answered or not */
    struct guesses flipped;        /* one answer, upper or lower */
    struct guesses part;           /* took part, with all seven, or not */
    double pointing[2][CELLS + 1]; /* all lower, all upper: meetings by counters that say "lower" */
    double pointed[2];
};

struct difference {
    int32_t upper[QUESTIONS];
    int32_t lower[QUESTIONS];
};

static struct folder folder;
static struct totals before, after;
static uint8_t bytes[STORE_FILE_BYTES_MAX];

static void read_file(struct totals *totals)
{
    struct error error;
    size_t length = 0;
    assert_int_equal(store_load(&folder.ops, totals, bytes, sizeof(bytes), &length, &error),
                     STATUS_OK);
}

static uint8_t known_side(uint32_t person, uint32_t question)
{
    return (uint8_t)((person + 2 * question) % 3); /* some skip, some up, some down */
}

static void compare_files(struct difference *out)
{
    const struct block *block = &after.block[after.block_count - 1];
    bool is_new = after.block_count > before.block_count;
    for (uint32_t i = 0; i < QUESTIONS; i++) {
        const struct tally *old = is_new ? NULL : &before.block[after.block_count - 1].tally[i];
        out->upper[i] = block->tally[i].upper - (old == NULL ? 0 : old->upper);
        out->lower[i] = block->tally[i].lower - (old == NULL ? 0 : old->lower);
        for (uint32_t person = 0; person < OTHERS; person++) {
            out->upper[i] -= known_side(person, i) == SIDE_UPPER;
            out->lower[i] -= known_side(person, i) == SIDE_LOWER;
        }
    }
}

static void add(const uint8_t sides[QUESTIONS])
{
    rig_make(MESSAGE_ADD);
    memcpy(rig.in.as.sides, sides, QUESTIONS);
    assert_int_equal(rig_send(), STATUS_OK);
    assert_int_equal(rig.out[0].type, MESSAGE_ADDED);
}

static void hold_meeting(enum arm arm)
{
    uint8_t sides[QUESTIONS];
    assert_int_equal(rig_open(ROOM_MANY), STATUS_OK);
    for (uint32_t person = 0; person < OTHERS; person++) {
        for (uint32_t i = 0; i < QUESTIONS; i++) {
            sides[i] = known_side(person, i);
        }
        add(sides);
    }
    if (arm != ARM_NOBODY) {
        memset(sides, arm == ARM_UPPER ? SIDE_UPPER : SIDE_LOWER, QUESTIONS);
        sides[0] = arm == ARM_ONE_UPPER ? SIDE_UPPER : sides[0];
        add(sides);
    }
    assert_int_equal(rig_ask(MESSAGE_CLOSE), STATUS_OK);
}

static void begin_folder(uint8_t scale)
{
    enum status removed = folder.ops.remove(folder.ops.context, STORE_FILE);
    assert_true(removed == STATUS_OK || removed == STATUS_MISSING);
    before.block_count = 0;
    struct settings settings;
    char text[SETTINGS_BYTES_MAX];
    settings_reset(&settings);
    settings.choice.scale = scale;
    size_t length = settings_format(&settings, &rig.pack, text, sizeof(text));
    assert_int_equal(store_write_file(&folder.ops, SETTINGS_FILE, SETTINGS_TEMPORARY, text, length),
                     STATUS_OK);
    assert_int_equal(rig_boot(), STATUS_OK);
    assert_int_equal(rig_status()->scale, scale);
    assert_int_equal(rig_pin(MESSAGE_SET_PIN, RIG_PIN), STATUS_OK);
}

/* points: of so many counters, those that say "the first case". */
static void guess(struct guesses *guesses, bool is_first, uint32_t points, uint32_t counters)
{
    guesses->meetings++;
    if (points == counters || points == 0) {
        *((points == counters) == is_first ? &guesses->right : &guesses->wrong) += 1;
    }
}

static void look(struct audit *audit, enum arm arm, const struct difference *difference)
{
    uint32_t raised = 0, untouched = 0;
    for (uint32_t i = 0; i < QUESTIONS; i++) {
        raised += difference->lower[i] >= 1;
        untouched += difference->upper[i] <= 0;
    }
    uint32_t first = difference->lower[0] >= 1;
    if (arm == ARM_NOBODY || arm == ARM_LOWER) {
        guess(&audit->part, arm == ARM_LOWER, raised, QUESTIONS);
        guess(&audit->answered, arm == ARM_LOWER, first, 1);
    }
    if (arm == ARM_LOWER || arm == ARM_ONE_UPPER) {
        guess(&audit->flipped, arm == ARM_LOWER, first + (difference->upper[0] <= 0), 2);
    }
    if (arm == ARM_LOWER || arm == ARM_UPPER) {
        audit->pointing[arm == ARM_UPPER][raised + untouched]++;
        audit->pointed[arm == ARM_UPPER]++;
    }
}

/* P(Binomial(trials, p) >= least), summed from the largest term of the tail outwards. */
static double binomial_tail(double trials, double p, double least)
{
    double sum = 0;
    const double at = fmax(least, floor(trials * p));
    const double peak = lgamma(trials + 1) - lgamma(at + 1) - lgamma(trials - at + 1) +
                        at * log(p) + (trials - at) * log1p(-p);
    double term = exp(peak);
    for (double i = at; i <= trials && term > 1e-18 * sum; i++) {
        sum += term;
        term *= (trials - i) / (i + 1) * p / (1 - p);
    }
    term = exp(peak);
    for (double i = at; i > least && term > 1e-18 * sum; i--) {
        term *= i / (trials - i + 1) * (1 - p) / p;
        sum += term;
    }
    return sum;
}

/* The p at which `least` or more of `trials` have probability `tail`. */
static double solve(double trials, double least, double tail)
{
    double low = 0, high = 1;
    for (int i = 0; i < 60; i++) {
        double middle = (low + high) / 2;
        *(binomial_tail(trials, middle, least) < tail ? &low : &high) = middle;
    }
    return low;
}

/* Clopper and Pearson, both sides together 99.9 %. */
static double epsilon_at_least(const struct guesses *guesses)
{
    const double tail = 0.0005;
    if (guesses->right == 0) {
        return 0;
    }
    double right = solve(guesses->meetings, guesses->right, tail);
    double wrong = solve(guesses->meetings, guesses->wrong + 1, 1 - tail);
    return fmax(0, log(right / wrong));
}

static bool holds(const char *what, const struct audit *audit, const struct guesses *guesses,
                  double claim, double share_min)
{
    double bound = epsilon_at_least(guesses);
    bool good = bound <= claim && bound >= share_min * claim;
    printf("%s b = %u, %s: %.0f right, %.0f wrong of %.0f; epsilon at least %.3f, claimed %.3f\n",
           good ? "ok" : "NOT SO", audit->scale, what, guesses->right, guesses->wrong,
           guesses->meetings, bound, claim);
    return good;
}

/* The loss of a meeting is (2 points - 2 Q) / b, so its law is that of the points. */
static bool loss_holds(const struct audit *audit, uint32_t arm)
{
    const double right = 1 / (1 + exp(-1.0 / audit->scale)), n = audit->pointed[arm];
    double chi = 0, expected = 0, seen = 0;
    int bins = 0;
    for (uint32_t i = 0; i <= CELLS; i++) {
        double chance = exp(lgamma(CELLS + 1) - lgamma(i + 1) - lgamma(CELLS - i + 1) +
                            i * log(right) + (CELLS - i) * log1p(-right));
        expected += n * chance;
        seen += audit->pointing[arm][arm == 0 ? i : CELLS - i];
        if (expected >= 8) { /* rarer ones join the next */
            chi += (seen - expected) * (seen - expected) / expected;
            expected = seen = 0;
            bins++;
        }
    }
    /* The last bin's rest: P = 1 - all others. */
    chi += expected > 0 ? (seen - expected) * (seen - expected) / fmax(expected, 1) : 0;
    const double freedom = bins, w = 2 / (9 * freedom);
    double sigmas = (cbrt(chi / freedom) - (1 - w)) / sqrt(w);
    printf("%s b = %u, all seven %s: loss against Binomial(%d, %.4f) is %.1f sigma off\n",
           sigmas < SIGMAS ? "ok" : "NOT SO", audit->scale, arm == 0 ? "lower" : "upper", CELLS,
           right, sigmas);
    return sigmas < SIGMAS;
}

static bool audit_scale(uint32_t scale, uint32_t meetings, double share_min)
{
    struct audit audit = {.scale = scale};
    for (uint32_t i = 0; i < meetings; i++) {
        if (i % BATCH == 0) {
            begin_folder((uint8_t)scale);
        }
        enum arm arm = (enum arm)(i % ARM_COUNT);
        hold_meeting(arm);
        read_file(&after);
        struct difference difference;
        compare_files(&difference);
        look(&audit, arm, &difference);
        before.block_count = after.block_count;
        memcpy(before.block, after.block, after.block_count * sizeof(after.block[0]));
    }
    const double b = scale;
    bool good = holds("one question answered or not", &audit, &audit.answered, 1 / b, share_min);
    good = holds("one answer, upper or lower", &audit, &audit.flipped, 2 / b, share_min) && good;
    good = holds("took part or not", &audit, &audit.part, QUESTIONS / b, share_min) && good;
    good = loss_holds(&audit, 0) && good;
    return loss_holds(&audit, 1) && good;
}

static void test_files_tell_no_more_than_promised(void **state)
{
    (void)state;
    char path[] = "/dev/shm/kiosk-audit-XXXXXX";
    char fallback[] = "/tmp/kiosk-audit-XXXXXX";
    const char *place = mkdtemp(path) != NULL ? path : mkdtemp(fallback);
    assert_non_null(place);
    struct error error;
    assert_int_equal(folder_open(&folder, place, false, &error), STATUS_OK);
    rig_start();
    rig.ops = folder.ops;
    bool is_long = getenv("KIOSK_TEST_LONG") != NULL;
    bool good = true;
    for (uint32_t scale = 4; scale >= 1 && (good || is_long); scale /= 2) {
        good = audit_scale(scale, is_long ? MEETINGS_LONG : MEETINGS, is_long ? 0.8 : 0) && good;
    }
    static const char *const FILES[] = {STORE_FILE, SETTINGS_FILE, GUARD_FILE};
    for (size_t i = 0; i < sizeof(FILES) / sizeof(FILES[0]); i++) {
        assert_int_equal(folder.ops.remove(folder.ops.context, FILES[i]), STATUS_OK);
    }
    folder_close(&folder);
    assert_int_equal(rmdir(place), 0);
    assert_true(good);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files_tell_no_more_than_promised),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
