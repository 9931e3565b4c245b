/* SPDX-License-Identifier: MIT */
/* A control of the card with a name such as "Headphone Jack" is 1 while something is plugged in. A
 * control named "Phantom" stands for a socket that cannot tell. */
#include "platform/sound/cards.h"

#include <errno.h>
#include <fcntl.h>
#include <sound/asound.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { CONTROL_MAX = 512, PATH_BYTES = 32, DEVICE_MAX = 64 };

/* The controls of one card, by name. */
struct controls {
    int card; /* descriptor */
    size_t count;
    struct snd_ctl_elem_id id[CONTROL_MAX];
};

static bool is_open(const struct cards *cards, int index)
{
    for (size_t i = 0; i < cards->count; i++) {
        if (cards->card[i].index == index) {
            return true;
        }
    }
    return false;
}

static void open_one(struct cards *cards, int index)
{
    char path[PATH_BYTES];
    (void)snprintf(path, sizeof(path), "/dev/snd/controlC%d", index);
    int control = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC), on = 1;
    if (control >= 0 && ioctl(control, SNDRV_CTL_IOCTL_SUBSCRIBE_EVENTS, &on) == 0) {
        cards->card[cards->count++] = (struct card){index, control};
        cards->changed = true;
    } else if (control >= 0) {
        close(control);
    }
}

void cards_open(struct cards *cards)
{
    for (int i = 0; i < CARDS_MAX; i++) {
        if (!is_open(cards, i)) {
            open_one(cards, i);
        }
    }
}

static void drop(struct cards *cards, size_t place)
{
    close(cards->card[place].control);
    cards->card[place] = cards->card[--cards->count];
    cards->changed = true;
}

size_t cards_waits(const struct cards *cards, struct pollfd out[CARDS_MAX])
{
    for (size_t i = 0; i < cards->count; i++) {
        out[i] = (struct pollfd){.fd = cards->card[i].control, .events = POLLIN};
    }
    return cards->count;
}

static bool is_jack(const struct snd_ctl_elem_id *id, char name[sizeof(id->name) + 1])
{
    memset(name, 0, sizeof(id->name) + 1);
    memcpy(name, id->name, sizeof(id->name));
    return id->iface == SNDRV_CTL_ELEM_IFACE_CARD && strstr(name, "Jack") != NULL &&
           strstr(name, "Phantom") == NULL;
}

/* Takes a card's events and notes whether a plug was moved. Other events, such as a volume that
 * somebody changed, are dropped. Returns false when the card has nothing to tell any more. */
static bool take_events(struct cards *cards, int control)
{
    struct snd_ctl_event event;
    char name[sizeof(event.data.elem.id.name) + 1];
    ssize_t got;
    while ((got = read(control, &event, sizeof(event))) > 0) {
        cards->changed |= got != (ssize_t)sizeof(event) || event.type != SNDRV_CTL_EVENT_ELEM ||
                          is_jack(&event.data.elem.id, name);
    }
    return got < 0 && (errno == EAGAIN || errno == EINTR);
}

/* Backwards, because the last card takes the place of a card that is dropped. */
void cards_hear(struct cards *cards, const struct pollfd *waits, size_t count)
{
    for (size_t i = count; i-- > 0;) {
        bool is_broken = (waits[i].revents & (POLLERR | POLLNVAL | POLLHUP)) != 0;
        bool tells = (waits[i].revents & POLLIN) != 0;
        if (is_broken || (tells && !take_events(cards, waits[i].fd))) {
            drop(cards, i);
        }
    }
}

static bool is_headphones(const struct snd_ctl_elem_id *id)
{
    char name[sizeof(id->name) + 1];
    return is_jack(id, name) &&
           (strstr(name, "Headphone") != NULL || strstr(name, "Headset") != NULL);
}

/* Such controls are named "HDMI/DP,pcm=3 Jack", or "HDMI Jack" where the card has one alone. */
static bool is_display_of(const struct snd_ctl_elem_id *id, int device)
{
    char name[sizeof(id->name) + 1], numbered[PATH_BYTES];
    (void)snprintf(numbered, sizeof(numbered), ",pcm=%d Jack", device);
    return is_jack(id, name) && strstr(name, "HDMI") != NULL &&
           (strstr(name, numbered) != NULL || strstr(name, "pcm=") == NULL);
}

/* Returns 1 when something is plugged in, 0 when not, -1 when the control does not say. */
static int read_jack(int control, const struct snd_ctl_elem_id *id)
{
    struct snd_ctl_elem_value value = {.id = *id};
    if (ioctl(control, SNDRV_CTL_IOCTL_ELEM_READ, &value) != 0) {
        return -1;
    }
    return value.value.integer.value[0] != 0;
}

static bool list_controls(int control, struct controls *out)
{
    struct snd_ctl_elem_list list = {.space = CONTROL_MAX, .pids = out->id};
    out->card = control;
    out->count = 0;
    if (ioctl(control, SNDRV_CTL_IOCTL_ELEM_LIST, &list) != 0) {
        return false;
    }
    out->count = list.used;
    return true;
}

static enum voice_phones phones_of(const struct controls *controls)
{
    enum voice_phones found = PHONES_UNKNOWN;
    for (size_t i = 0; i < controls->count && found != PHONES_IN; i++) {
        int in = is_headphones(&controls->id[i]) ? read_jack(controls->card, &controls->id[i]) : -1;
        found = in > 0 ? PHONES_IN : in == 0 ? PHONES_OUT : found;
    }
    return found;
}

static bool has_display(const struct controls *controls, int device)
{
    for (size_t i = 0; i < controls->count; i++) {
        if (is_display_of(&controls->id[i], device) &&
            read_jack(controls->card, &controls->id[i]) == 0) {
            return false;
        }
    }
    return true;
}

static bool has_word(const char *text, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (strcasestr(text, *words) != NULL) {
            return true;
        }
    }
    return false;
}

enum card_kind card_kind_of(const char *driver, const char *card, const char *output)
{
    static const char *const DIGITAL[] = {"HDMI",   "DisplayPort", "S/PDIF", "SPDIF",
                                          "IEC958", "Digital",     NULL};
    static const char *const LOOPS[] = {"Loopback", NULL};
    if (has_word(driver, LOOPS)) {
        return CARD_NOWHERE;
    }
    if (has_word(driver, DIGITAL) || has_word(card, DIGITAL) || has_word(output, DIGITAL)) {
        return CARD_DIGITAL;
    }
    return strcasecmp(driver, "USB-Audio") == 0 ? CARD_USB : CARD_ANALOG;
}

/* The fields of the kernel's records are either full of letters or end with a NUL. */
static void take_name(char *out, size_t size, const void *from, size_t bytes)
{
    size_t length = strnlen(from, bytes);
    length = length < size ? length : size - 1;
    memcpy(out, from, length);
    out[length] = '\0';
}

/* Finds the card's next output. Returns false when there is no other. */
static bool next_output(int control, int *device, struct snd_pcm_info *info)
{
    for (int i = 0; i < DEVICE_MAX; i++) {
        if (ioctl(control, SNDRV_CTL_IOCTL_PCM_NEXT_DEVICE, device) != 0 || *device < 0) {
            return false;
        }
        memset(info, 0, sizeof(*info));
        info->device = (unsigned)*device;
        info->stream = SNDRV_PCM_STREAM_PLAYBACK;
        if (ioctl(control, SNDRV_CTL_IOCTL_PCM_INFO, info) == 0) {
            return true;
        }
    }
    return false;
}

/* Adds the outputs of a card to the list. Returns false when the card is gone. */
static bool look_at(const struct card *card, struct card_output *out, size_t *count)
{
    static struct controls controls;
    struct snd_ctl_card_info about;
    struct snd_pcm_info info;
    char driver[sizeof(about.driver) + 1], output[sizeof(info.id) + sizeof(info.name) + 1];
    memset(&about, 0, sizeof(about));
    if (ioctl(card->control, SNDRV_CTL_IOCTL_CARD_INFO, &about) != 0 ||
        !list_controls(card->control, &controls)) {
        return false;
    }
    take_name(driver, sizeof(driver), about.driver, sizeof(about.driver));
    int device = -1;
    for (int i = 0; i < CARD_OUTPUTS_MAX && next_output(card->control, &device, &info); i++) {
        struct card_output *to = &out[(*count)++];
        *to = (struct card_output){.card = card->index, .device = device};
        take_name(to->id, sizeof(to->id), about.id, sizeof(about.id));
        take_name(to->name, sizeof(to->name), about.longname, sizeof(about.longname));
        take_name(output, sizeof(output), info.id, sizeof(info.id));
        size_t length = strlen(output);
        take_name(output + length, sizeof(output) - length, info.name, sizeof(info.name));
        to->kind = card_kind_of(driver, to->id, output);
        to->is_plugged = to->kind != CARD_DIGITAL || has_display(&controls, device);
        to->phones = to->kind == CARD_DIGITAL ? PHONES_UNKNOWN : phones_of(&controls);
    }
    return true;
}

size_t cards_look(struct cards *cards, struct card_output out[CARDS_MAX * CARD_OUTPUTS_MAX])
{
    size_t count = 0;
    cards_open(cards);
    for (size_t i = cards->count; i-- > 0;) {
        if (!look_at(&cards->card[i], out, &count)) {
            drop(cards, i);
        }
    }
    return count;
}

enum voice_phones cards_phones(struct cards *cards, int card)
{
    static struct controls controls;
    cards_open(cards);
    for (size_t i = 0; i < cards->count; i++) {
        if (cards->card[i].index == card && list_controls(cards->card[i].control, &controls)) {
            return phones_of(&controls);
        }
    }
    return PHONES_UNKNOWN;
}

static bool is_better(const struct card_output *a, const struct card_output *b)
{
    if (a->kind != b->kind) {
        return a->kind > b->kind;
    }
    if (a->is_plugged != b->is_plugged) {
        return a->is_plugged;
    }
    return a->card != b->card ? a->card < b->card : a->device < b->device;
}

const struct card_output *card_best(const struct card_output *outputs, size_t count)
{
    const struct card_output *best = NULL;
    for (size_t i = 0; i < count; i++) {
        if (best == NULL || is_better(&outputs[i], best)) {
            best = &outputs[i];
        }
    }
    return best;
}
