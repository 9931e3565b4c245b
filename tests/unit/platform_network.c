/* SPDX-License-Identifier: MIT */
/* Protects "network: off": it is said only where every interface is seen to be down and every radio
 * to be off, and nothing is said of a machine that is not the kiosk alone. */
#include "platform/system/network.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char root[] = "/tmp/kiosk-network-XXXXXX";

static void make_folder(const char *place)
{
    char path[256];
    (void)snprintf(path, sizeof(path), "%s/%s", root, place);
    assert_int_equal(mkdir(path, 0700), 0);
}

static void write_file(const char *place, const char *text)
{
    char path[256];
    (void)snprintf(path, sizeof(path), "%s/%s", root, place);
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), strlen(text));
    close(file);
}

/* The machine's own folders, linked as the kernel links them; the session runs. */
static int begin(void **state)
{
    (void)state;
    strcpy(root + strlen(root) - 6, "XXXXXX");
    if (mkdtemp(root) == NULL) {
        return -1;
    }
    static const char *const FOLDERS[] = {"run",       "run/kiosk-session", "sys",
                                          "sys/class", "sys/class/net",     "sys/class/net/lo"};
    for (size_t i = 0; i < sizeof(FOLDERS) / sizeof(FOLDERS[0]); i++) {
        make_folder(FOLDERS[i]);
    }
    write_file("sys/class/net/lo/type", "772\n");
    write_file("sys/class/net/lo/flags", "0x9\n");
    write_file("sys/class/net/bonding_masters", "\n"); /* a file among the interfaces */
    network_test(root);
    return 0;
}

static int end(void **state)
{
    (void)state;
    char command[64];
    (void)snprintf(command, sizeof(command), "rm -r %s", root);
    return system(command);
}

static void add_interface(const char *flags)
{
    make_folder("device");
    write_file("device/type", "1\n");
    write_file("device/flags", flags);
    char link[256];
    (void)snprintf(link, sizeof(link), "%s/sys/class/net/eth0", root);
    assert_int_equal(symlink("../../../device", link), 0);
}

static void add_radio(const char *name, const char *state)
{
    char place[64];
    (void)snprintf(place, sizeof(place), "sys/class/rfkill/%s", name);
    make_folder(place);
    (void)snprintf(place, sizeof(place), "sys/class/rfkill/%s/state", name);
    write_file(place, state);
}

static void test_a_machine_with_nothing(void **state)
{
    (void)state;
    assert_true(network_is_asked());
    assert_int_equal(network_look(), HEALTH_NETWORK_OFF);
}

static void test_an_interface_that_is_down(void **state)
{
    (void)state;
    add_interface("0x1002\n");
    assert_int_equal(network_look(), HEALTH_NETWORK_OFF);
}

/* Also without a cable: it waits for one. */
static void test_an_interface_that_is_up(void **state)
{
    (void)state;
    add_interface("0x1003\n");
    assert_int_equal(network_look(), HEALTH_NETWORK_ON);
}

static void test_radios(void **state)
{
    (void)state;
    make_folder("sys/class/rfkill");
    assert_int_equal(network_look(), HEALTH_NETWORK_OFF);
    add_radio("rfkill0", "0\n"); /* by a program */
    add_radio("rfkill1", "2\n"); /* by its switch */
    assert_int_equal(network_look(), HEALTH_NETWORK_OFF);
    add_radio("rfkill2", "1\n");
    assert_int_equal(network_look(), HEALTH_NETWORK_RADIO);
    add_interface("0x1003\n");
    assert_int_equal(network_look(), HEALTH_NETWORK_ON);
}

/* What cannot be read is not said to be off. */
static void test_what_is_not_seen(void **state)
{
    (void)state;
    write_file("sys/class/net/lo/flags", "no number\n");
    assert_int_equal(network_look(), HEALTH_NETWORK_ON);
    write_file("sys/class/net/lo/flags", "0x9\n");
    make_folder("sys/class/rfkill");
    make_folder("sys/class/rfkill/rfkill0");
    assert_int_equal(network_look(), HEALTH_NETWORK_RADIO);
}

static void test_another_machine(void **state)
{
    (void)state;
    char path[256];
    (void)snprintf(path, sizeof(path), "%s/run/kiosk-session", root);
    assert_int_equal(rmdir(path), 0);
    add_interface("0x1003\n");
    assert_false(network_is_asked());
    assert_int_equal(network_look(), HEALTH_NETWORK_UNASKED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_machine_with_nothing, begin, end),
        cmocka_unit_test_setup_teardown(test_an_interface_that_is_down, begin, end),
        cmocka_unit_test_setup_teardown(test_an_interface_that_is_up, begin, end),
        cmocka_unit_test_setup_teardown(test_radios, begin, end),
        cmocka_unit_test_setup_teardown(test_what_is_not_seen, begin, end),
        cmocka_unit_test_setup_teardown(test_another_machine, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
