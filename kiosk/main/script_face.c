/* SPDX-License-Identifier: MIT */
#include "main/script_face.h"

#include "core/message.h"
#include "core/voice.h"
#include "face/face.h"
#include "main/roles.h"

#ifdef TEST_BUILD

#include "platform/system/channel.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_BYTES = 256, HELLO_ANSWERS = 3, EXIT_NO_KEEPER = 0 };

struct script {
    int keeper;
    int commands;
    FILE *out;
    uint32_t sequence;
};

static bool tell_main(enum face_word what)
{
    uint32_t word = what;
    return channel_send(ROLE_MAIN_SOCKET, &word, sizeof(word), -1) == STATUS_OK;
}

static bool answer_main(void)
{
    uint32_t word = 0;
    size_t length = 0;
    return channel_receive(ROLE_MAIN_SOCKET, &word, sizeof(word), &length, NULL) == STATUS_OK &&
           tell_main(FACE_ANSWERS);
}

/* Reads byte by byte, because what one face did not read is for the next face. */
static bool read_line(struct script *script, char line[LINE_BYTES])
{
    size_t length = 0;
    while (length + 1 < LINE_BYTES) {
        struct pollfd waits[] = {
            {.fd = script->commands, .events = POLLIN},
            {.fd = script->keeper, .events = 0}, /* when the keeper's end closes, this face ends */
            {.fd = ROLE_MAIN_SOCKET, .events = POLLIN},
        };
        if (ppoll(waits, 3, NULL, NULL) < 0 || waits[1].revents != 0) {
            return false;
        }
        if (waits[2].revents != 0 && !answer_main()) {
            return false;
        }
        if (waits[0].revents == 0) {
            continue;
        }
        if (read(script->commands, line + length, 1) != 1) {
            return false;
        }
        if (line[length] == '\n') {
            break;
        }
        length++;
    }
    line[length] = '\0';
    return true;
}

static void note(struct script *script, const struct message *message)
{
    const struct keeper_status *status = &message->as.status;
    switch ((unsigned)message->type) {
    case MESSAGE_STATUS:
        fprintf(script->out,
                "status result %u meeting %u ended %u last %u unlocked %u open_meetings %u "
                "file %u battery %u face_again %u can_switch_off %u\n",
                status->result, status->meeting, status->ended, status->last, status->unlocked,
                status->open_meetings, status->file, status->battery, status->face_again,
                status->can_switch_off);
        break;
    case MESSAGE_ADDED:
        fprintf(script->out, "added\n");
        break;
    case MESSAGE_REFUSED:
        fprintf(script->out, "refused %u\n", message->as.refused.why);
        break;
    case MESSAGE_ROWS:
        fprintf(script->out, "rows %u\n", message->as.rows.total);
        break;
    case MESSAGE_SETTINGS:
        fprintf(script->out, "settings\n");
        break;
    case MESSAGE_MACHINE: /* no script asks for it */
    case MESSAGE_DRIVES:  /* comes unasked when anything is mounted anywhere */
        return;
    default:
        fprintf(script->out, "message %u\n", message->type);
        break;
    }
    fflush(script->out);
}

/* Writes the answers to one request, and whatever came unasked before them. */
static bool hear(struct script *script, uint32_t answers)
{
    while (answers > 0) {
        struct message message;
        size_t length = 0;
        struct pollfd wait = {.fd = script->keeper, .events = POLLIN};
        if (ppoll(&wait, 1, NULL, NULL) < 0 ||
            channel_receive(script->keeper, &message, sizeof(message), &length, NULL) !=
                STATUS_OK ||
            message_check_from_keeper(&message, length) != STATUS_OK) {
            return false;
        }
        note(script, &message);
        answers -= message.sequence == script->sequence;
    }
    return true;
}

static bool ask(struct script *script, struct message *message, uint32_t answers)
{
    message->sequence = ++script->sequence;
    return channel_send(script->keeper, message, sizeof(*message), -1) == STATUS_OK &&
           hear(script, answers);
}

static bool ask_plain(struct script *script, enum message_type type, uint32_t answers)
{
    struct message message;
    message_init(&message, type);
    return ask(script, &message, answers);
}

static bool ask_pin(struct script *script, enum message_type type, const char *pin)
{
    struct message message;
    message_init(&message, type);
    size_t length = strnlen(pin, PIN_DIGITS_MAX);
    memcpy(message.as.pin, pin, length);
    return ask(script, &message, 1);
}

static bool ask_add(struct script *script, const char *sides)
{
    struct message message;
    message_init(&message, MESSAGE_ADD);
    size_t count = 0;
    for (; *sides != '\0' && count < PACK_QUESTION_MAX; sides++) {
        if (*sides != ' ') {
            message.as.sides[count++] = (uint8_t)(*sides - '0');
        }
    }
    return ask(script, &message, 1);
}

static bool ask_open(struct script *script, const char *room)
{
    struct message message;
    message_init(&message, MESSAGE_OPEN);
    message.as.open.room = strcmp(room, "many") == 0 ? ROOM_MANY : ROOM_FEW;
    return ask(script, &message, 1);
}

static bool ask_leave(struct script *script, const char *how)
{
    struct message message;
    message_init(&message, MESSAGE_LEAVE);
    message.as.leave = strcmp(how, "off") == 0 ? LEAVE_OFF : LEAVE_KIOSK;
    return ask(script, &message, 1);
}

/* Sends a record to the voice, as a real face does. What the voice answers is not read. */
static bool tell_voice(enum voice_type type, const char *text)
{
    struct voice_record record;
    voice_init(&record, type);
    if (type == VOICE_SAY) {
        record.sequence = 1;
        record.as.say.speed = VOICE_SPEED_USUAL;
        record.as.say.volume = 1;
        snprintf(record.as.say.text, sizeof(record.as.say.text), "%s", text);
    }
    return channel_send(ROLE_VOICE_SOCKET, &record, sizeof(record), -1) == STATUS_OK;
}

static bool forget(void)
{
    return tell_main(FACE_FORGETS) && tell_voice(VOICE_FORGET, "");
}

static const struct {
    const char *word;
    enum message_type type;
    uint32_t answers;
} PLAIN[] = {
    {"hello", MESSAGE_HELLO, HELLO_ANSWERS},
    {"close", MESSAGE_CLOSE, 1},
    {"discard", MESSAGE_DISCARD, 1},
    {"seen", MESSAGE_SEEN, 1},
    {"lock", MESSAGE_LOCK, 1},
    {"free", MESSAGE_TURN_FREE, 0},
    {"rows", MESSAGE_READ_ROWS, 1},
    {"nonsense", MESSAGE_FACE_COUNT, 1},
};

/* Carries out one command. Returns false when the keeper is gone. */
static bool obey(struct script *script, char *line)
{
    char *rest = strchr(line, ' ');
    if (rest != NULL) {
        *rest++ = '\0';
    } else {
        rest = line + strlen(line);
    }
    for (size_t i = 0; i < sizeof(PLAIN) / sizeof(PLAIN[0]); i++) {
        if (strcmp(line, PLAIN[i].word) == 0) {
            return ask_plain(script, PLAIN[i].type, PLAIN[i].answers);
        }
    }
    if (strcmp(line, "pin") == 0) {
        return ask_pin(script, MESSAGE_UNLOCK, rest);
    }
    if (strcmp(line, "setpin") == 0) {
        return ask_pin(script, MESSAGE_SET_PIN, rest);
    }
    if (strcmp(line, "add") == 0) {
        return ask_add(script, rest);
    }
    if (strcmp(line, "open") == 0) {
        return ask_open(script, rest);
    }
    if (strcmp(line, "leave") == 0) {
        return ask_leave(script, rest);
    }
    if (strcmp(line, "speak") == 0) {
        return tell_voice(VOICE_SAY, rest);
    }
    if (strcmp(line, "forget") == 0) {
        return forget();
    }
    if (strcmp(line, "exit") == 0) {
        exit(rest[0] - '0');
    }
    abort();
}

int script_face_run(int keeper, const char *path)
{
    char out[LINE_BYTES], dark[LINE_BYTES];
    char line[LINE_BYTES];
    snprintf(out, sizeof(out), "%s.out", path);
    snprintf(dark, sizeof(dark), "%s.dark", path);
    /* The file is opened for writing too, so that a FIFO does not end while nobody writes. */
    struct script script = {.keeper = keeper, .commands = open(path, O_RDWR | O_CLOEXEC)};
    script.out = fopen(out, "ae");
    if (script.commands < 0 || script.out == NULL) {
        return RESULT_MACHINE;
    }
    fprintf(script.out, "face %d\n", (int)getpid());
    fflush(script.out);
    bool goes_on = ask_plain(&script, MESSAGE_HELLO, HELLO_ANSWERS);
    goes_on = goes_on && (access(dark, F_OK) == 0 || tell_main(FACE_SHOWS));
    while (goes_on && read_line(&script, line)) {
        goes_on = obey(&script, line);
    }
    return EXIT_NO_KEEPER;
}

#endif
