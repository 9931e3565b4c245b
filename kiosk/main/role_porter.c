/* SPDX-License-Identifier: MIT */
#include "keeper/porter.h"
#include "main/roles.h"
#include "main/setup.h"
#include "platform/system/bus.h"

int role_porter(const struct options *options)
{
    struct porter_options porter = {.socket = ROLE_SOCKET};
#ifdef TEST_BUILD
    setup_sandbox_for_tests(options);
    porter.drives.root = options->value[OPTION_EXPORT_ROOT];
    porter.bus = options->value[OPTION_BUS];
#else
    (void)options;
    porter.bus = BUS_SYSTEM;
#endif
    return porter_run(&porter);
}
