/* SPDX-License-Identifier: MIT */
/* The kernel's own interface: a control of the card named "Headphone Jack" or the like is 1 while
 * something is plugged in. "Phantom" ones stand for sockets that nobody can look at. */
#include "platform/sound/jack.h"

#include <fcntl.h>
#include <sound/asound.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { CONTROL_MAX = 512, PATH_BYTES = 32 };

static struct {
    size_t count;
    int card[JACK_CARD_MAX];
} jacks;

void jack_begin(void)
{
    char path[PATH_BYTES];
    jacks.count = 0;
    for (int i = 0; i < JACK_CARD_MAX; i++) {
        (void)snprintf(path, sizeof(path), "/dev/snd/controlC%d", i);
        int card = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC), on = 1;
        if (card >= 0 && ioctl(card, SNDRV_CTL_IOCTL_SUBSCRIBE_EVENTS, &on) == 0) {
            jacks.card[jacks.count++] = card;
        } else if (card >= 0) {
            close(card);
        }
    }
}

size_t jack_descriptors(int out[JACK_CARD_MAX])
{
    memcpy(out, jacks.card, jacks.count * sizeof(out[0]));
    return jacks.count;
}

static bool is_headphones(const struct snd_ctl_elem_id *id)
{
    char name[sizeof(id->name) + 1] = {0};
    memcpy(name, id->name, sizeof(id->name));
    return id->iface == SNDRV_CTL_ELEM_IFACE_CARD && strstr(name, "Jack") != NULL &&
           strstr(name, "Phantom") == NULL &&
           (strstr(name, "Headphone") != NULL || strstr(name, "Headset") != NULL);
}

static enum voice_phones look_at(int card, const struct snd_ctl_elem_id *id)
{
    struct snd_ctl_elem_value value = {.id = *id};
    if (ioctl(card, SNDRV_CTL_IOCTL_ELEM_READ, &value) != 0) {
        return PHONES_UNKNOWN;
    }
    return value.value.integer.value[0] != 0 ? PHONES_IN : PHONES_OUT;
}

enum voice_phones jack_look(void)
{
    static struct snd_ctl_elem_id ids[CONTROL_MAX];
    enum voice_phones found = PHONES_UNKNOWN;
    for (size_t i = 0; i < jacks.count; i++) {
        struct snd_ctl_event event;
        while (read(jacks.card[i], &event, sizeof(event)) > 0) {
        }
        struct snd_ctl_elem_list list = {.space = CONTROL_MAX, .pids = ids};
        if (ioctl(jacks.card[i], SNDRV_CTL_IOCTL_ELEM_LIST, &list) != 0) {
            continue;
        }
        for (unsigned k = 0; k < list.used && found != PHONES_IN; k++) {
            enum voice_phones one =
                is_headphones(&ids[k]) ? look_at(jacks.card[i], &ids[k]) : PHONES_UNKNOWN;
            found = one != PHONES_UNKNOWN ? one : found;
        }
    }
    return found;
}
