/* SPDX-License-Identifier: MIT */
/* Protects the blur: every draw follows the discrete Laplace law exactly, whatever the source. */
#include "core/noise.h"
#include "core/splitmix.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum {
    DRAWS = 1000000,
    DRAWS_LONG = 10000000, /* from the system, when KIOSK_TEST_LONG is set */
    BINS_EACH_SIDE = 12,   /* at scale 1 the outer ones still expect several draws */
    BINS = 2 * BINS_EACH_SIDE + 1,
    SIGMAS = 6, /* a false alarm below 2e-9; the draws are seeded, so it is there or not for good */
};

static enum status seeded_fill(void *context, void *out, size_t bytes)
{
    uint64_t *state = context;
    unsigned char *next = out;
    while (bytes > 0) {
        uint64_t z = splitmix(state);
        size_t part = bytes < sizeof(z) ? bytes : sizeof(z);
        memcpy(next, &z, part);
        next += part;
        bytes -= part;
    }
    return STATUS_OK;
}

/* The system's numbers by the buffer: a hundred million small requests take minutes. */
static enum status buffered_fill(void *context, void *out, size_t bytes)
{
    static unsigned char buffer[256];
    static size_t left;
    (void)context;
    if (left < bytes) {
        if (getrandom(buffer, sizeof(buffer), 0) != (ssize_t)sizeof(buffer)) {
            return STATUS_NO_RANDOM;
        }
        left = sizeof(buffer);
    }
    left -= bytes;
    memcpy(out, buffer + left, bytes);
    return STATUS_OK;
}

static enum status system_fill(void *context, void *out, size_t bytes)
{
    (void)context;
    return getrandom(out, bytes, 0) == (ssize_t)bytes ? STATUS_OK : STATUS_NO_RANDOM;
}

struct script {
    const uint32_t *value;
    size_t count;
    size_t next;
};

static enum status script_fill(void *context, void *out, size_t bytes)
{
    struct script *script = context;
    assert_int_equal(bytes, sizeof(uint32_t));
    if (script->next == script->count) {
        return STATUS_NO_RANDOM;
    }
    memcpy(out, &script->value[script->next++], bytes);
    return STATUS_OK;
}

static enum status constant_fill(void *context, void *out, size_t bytes)
{
    memset(out, *(const int *)context, bytes);
    return STATUS_OK;
}

static void test_below_has_no_bias(void **state)
{
    (void)state;
    for (uint32_t bound = 1; bound <= 300; bound++) {
        const uint32_t whole = UINT32_MAX - UINT32_MAX % bound;
        assert_int_equal(whole % bound, 0); /* every remainder equally often below it */
        const uint32_t values[] = {whole, UINT32_MAX, whole - 1, bound + 1, 0};
        struct script script = {.value = values, .count = 5};
        struct random_source source = {script_fill, &script};
        uint32_t out = 7;
        assert_int_equal(noise_below(&source, bound, &out), STATUS_OK);
        assert_int_equal(out, (whole - 1) % bound);
        assert_int_equal(script.next, 3); /* the two above were refused */
        assert_int_equal(noise_below(&source, bound, &out), STATUS_OK);
        assert_int_equal(out, (bound + 1) % bound);
        assert_int_equal(noise_below(&source, bound, &out), STATUS_OK);
        assert_int_equal(out, 0);
        assert_int_equal(noise_below(&source, bound, &out), STATUS_NO_RANDOM);
        assert_int_equal(out, 0);
    }
}

enum { DEPTH = 6, RANGE = 8 };

/* The sampler as the paper has it, as a walk over remainders: at each node the next modulus is
 * known, so that a path's probability is the product of 1/modulus, a whole number of 1/unit. */
struct walk {
    uint32_t t;
    uint32_t script[DEPTH];
    uint64_t unit; /* (60 t)^6: every path of at most six moduli t*k, k <= 6, divides */
    uint64_t mass[2 * RANGE + 1]; /* of the finished paths, by result */
    uint64_t open;                /* of those that six draws do not finish */
};

struct node {
    uint32_t k;
    int32_t g[2];
    int part;
};

static void check_leaf(struct walk *walk, uint32_t depth, bool is_finished, int32_t expected)
{
    struct script script = {.value = walk->script, .count = depth};
    struct random_source source = {script_fill, &script};
    int32_t z = 99;
    enum status status = noise_discrete_laplace(&source, walk->t, &z);
    assert_int_equal(status, is_finished ? STATUS_OK : STATUS_NO_RANDOM);
    assert_int_equal(z, is_finished ? expected : 99);
    assert_int_equal(script.next, depth);
}

static void walk_paths(struct walk *walk, struct node node, uint32_t depth, uint64_t mass)
{
    if (node.part == 2 || depth == DEPTH) {
        int32_t z = node.g[0] - node.g[1];
        check_leaf(walk, depth, node.part == 2, z);
        *(node.part == 2 ? &walk->mass[z + RANGE] : &walk->open) += mass;
        return;
    }
    const uint32_t modulus = walk->t * node.k;
    assert_int_equal(mass % modulus, 0);
    for (uint32_t r = 0; r < modulus; r++) {
        walk->script[depth] = r + modulus * (1000 + r); /* same remainder, another number */
        struct node next = node;
        if (r == 0) {
            next.k++;
        } else {
            next.k = 1;
            if (node.k % 2 == 1) {
                next.g[node.part]++;
            } else {
                next.part++;
            }
        }
        walk_paths(walk, next, depth + 1, mass / modulus);
    }
}

static void test_every_path_to_depth_six(void **state)
{
    (void)state;
    for (uint32_t t = 1; t <= NOISE_SCALE_MAX; t++) {
        struct walk walk = {.t = t, .unit = 1};
        for (int i = 0; i < DEPTH; i++) {
            walk.unit *= 60 * t;
        }
        walk_paths(&walk, (struct node){.k = 1}, 0, walk.unit);
        uint64_t sum = walk.open;
        const double a = exp(-1.0 / t);
        for (int z = -RANGE; z <= RANGE; z++) {
            uint64_t mass = walk.mass[z + RANGE];
            sum += mass;
            /* What six draws finish is below the law, and the law below that plus the rest. */
            double law = (1 - a) / (1 + a) * pow(a, abs(z));
            assert_true((double)mass <= law * (double)walk.unit * (1 + 1e-12));
            assert_true(law * (double)walk.unit <= (double)(mass + walk.open) * (1 + 1e-12));
        }
        assert_true(sum == walk.unit);
        print_message("b = %u, every path to depth %d: %.6f of the law, the rest is longer\n", t,
                      DEPTH, 1 - (double)walk.open / (double)walk.unit);
        assert_true(walk.mass[RANGE] > 0 && walk.open < walk.unit);
    }
}

struct counts {
    double draws;
    double bin[BINS];
    double beyond[2]; /* below and above the bins */
    double sum, square, lag, pair;
};

static struct counts draw_many(uint32_t scale, const struct random_source *source, int draws)
{
    struct counts counts = {.draws = draws};
    int32_t before[2] = {0, 0}; /* the draw before, and the one fourteen counters before */
    int32_t ring[14] = {0};
    for (int i = 0; i < draws; i++) {
        int32_t z = 0;
        assert_int_equal(noise_discrete_laplace(source, scale, &z), STATUS_OK);
        if (z < -BINS_EACH_SIDE || z > BINS_EACH_SIDE) {
            counts.beyond[z > 0]++;
        } else {
            counts.bin[z + BINS_EACH_SIDE]++;
        }
        before[1] = ring[i % 14];
        counts.sum += z;
        counts.square += (double)z * z;
        counts.lag += (double)z * before[0];
        counts.pair += (double)z * before[1];
        before[0] = z;
        ring[i % 14] = z;
    }
    return counts;
}

static void assert_near(double got, double expected, double sigma)
{
    assert_true(fabs(got - expected) <= SIGMAS * sigma);
}

static void check_law(uint32_t scale, double variance, const struct counts *counts)
{
    const double n = counts->draws, a = exp(-1.0 / scale), zero = (1 - a) / (1 + a);
    const double tail = pow(a, BINS_EACH_SIDE + 1) / (1 + a); /* P(Z > 12), one side */
    double chi = 0;
    for (int i = 0; i < BINS; i++) {
        double expected = n * zero * pow(a, abs(i - BINS_EACH_SIDE));
        chi += pow(counts->bin[i] - expected, 2) / expected;
    }
    for (int i = 0; i < 2; i++) {
        chi += pow(counts->beyond[i] - n * tail, 2) / (n * tail);
        assert_near(counts->beyond[i], n * tail, sqrt(n * tail));
    }
    /* Wilson and Hilferty: the cube root of chi-square is close to normal. */
    const double freedom = BINS + 1, w = 2 / (9 * freedom);
    assert_true(cbrt(chi / freedom) < 1 - w + SIGMAS * sqrt(w));

    assert_near(counts->sum / n, 0, sqrt(variance / n));
    const double kurtosis = variance * variance * 5 + variance; /* E Z^4 - Var^2, this law */
    assert_near(counts->square / n, variance, sqrt(kurtosis / n));
    assert_near(counts->bin[BINS_EACH_SIDE] / n, zero, sqrt(zero * (1 - zero) / n));
    assert_near(counts->lag / n, 0, variance / sqrt(n));
    assert_near(counts->pair / n, 0, variance / sqrt(n));

    /* Neighbours differ by exactly 1/scale in the logarithm, on both sides, and mirror. */
    double steps = 0;
    for (int i = 0; i < 5; i++) {
        const double *up = &counts->bin[BINS_EACH_SIDE + i];
        const double *down = &counts->bin[BINS_EACH_SIDE - i];
        assert_near(log(up[0] / up[1]), 1.0 / scale, sqrt(1 / up[0] + 1 / up[1]));
        assert_near(log(down[0] / down[-1]), 1.0 / scale, sqrt(1 / down[0] + 1 / down[-1]));
        assert_near(up[0], down[0], sqrt(up[0] + down[0]));
        steps += (log(up[0] / up[1]) + log(down[0] / down[-1])) / 10;
    }
    print_message("b = %u, %.0f draws, claimed / measured: mean 0 / %.4f, variance %.4f / %.4f, "
                  "P(0) %.4f / %.4f, tails %.6f / %.6f, slope %.4f / %.4f, correlation 0 / %.5f "
                  "(next counter) %.5f (next meeting), chi-square %.0f expected / %.1f\n",
                  scale, n, counts->sum / n, variance, counts->square / n, zero,
                  counts->bin[BINS_EACH_SIDE] / n, 2 * tail,
                  (counts->beyond[0] + counts->beyond[1]) / n, 1.0 / scale, steps,
                  counts->lag / n / variance, counts->pair / n / variance, freedom, chi);
}

static const struct {
    uint32_t scale;
    double variance;
} laws[] = {{1, 1.841347}, {2, 7.835396}, {4, 31.833853}};

static void test_law_of_a_million_draws(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(laws) / sizeof(laws[0]); i++) {
        uint64_t seed = 20261101 + i;
        const struct random_source source = {seeded_fill, &seed};
        struct counts counts = draw_many(laws[i].scale, &source, DRAWS);
        check_law(laws[i].scale, laws[i].variance, &counts);
    }
}

static void test_law_of_the_systems_numbers(void **state)
{
    (void)state;
    if (getenv("KIOSK_TEST_LONG") == NULL) {
        skip();
    }
    for (size_t i = 0; i < sizeof(laws) / sizeof(laws[0]); i++) {
        const struct random_source source = {buffered_fill, NULL};
        struct counts counts = draw_many(laws[i].scale, &source, DRAWS_LONG);
        check_law(laws[i].scale, laws[i].variance, &counts);
    }
}

static void draw_hundred(int32_t out[100])
{
    struct random_source source = {system_fill, NULL};
    for (int i = 0; i < 100; i++) {
        assert_int_equal(noise_discrete_laplace(&source, 4, &out[i]), STATUS_OK);
    }
}

static void test_differs_after_fork(void **state)
{
    (void)state;
    int32_t before[100], here[100], there[100];
    draw_hundred(before);
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        draw_hundred(there);
        _exit(write(ends[1], there, sizeof(there)) == sizeof(there) ? 0 : 1);
    }
    draw_hundred(here);
    assert_int_equal(read(ends[0], there, sizeof(there)), sizeof(there));
    int result = 0;
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_int_equal(result, 0);
    close(ends[0]);
    close(ends[1]);
    assert_memory_not_equal(before, here, sizeof(here));
    assert_memory_not_equal(here, there, sizeof(here));
    assert_memory_not_equal(before, there, sizeof(here));
}

static void test_stuck_source_ends(void **state)
{
    (void)state;
    const int bytes[] = {0x00, 0x01, 0xff};
    for (size_t i = 0; i < 3; i++) {
        int byte = bytes[i];
        struct random_source source = {constant_fill, &byte};
        int32_t z = 42;
        assert_int_equal(noise_discrete_laplace(&source, 2, &z), STATUS_NO_RANDOM);
        assert_int_equal(z, 42);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_below_has_no_bias),
        cmocka_unit_test(test_every_path_to_depth_six),
        cmocka_unit_test(test_law_of_a_million_draws),
        cmocka_unit_test(test_law_of_the_systems_numbers),
        cmocka_unit_test(test_differs_after_fork),
        cmocka_unit_test(test_stuck_source_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
