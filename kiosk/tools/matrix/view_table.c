/* SPDX-License-Identifier: MIT */
#include "tools/matrix/view_table.h"

#define TO_ARRIVE    "tap welcome.begin\ntap promise.settle\n"
#define TO_QUESTION  "tap welcome.begin\ntap promise.ready\n"
#define TO_PAUSE     TO_QUESTION "tap common.pause\n"
#define TO_FINISH    "visit 4321432 finish\n"
#define TO_PLOT      "tap meeting.trends\nwait 1s\nshow detail\nwait 1s\n"
#define TO_DETAIL    TO_MEETING TO_PLOT "tap detail.next\n"
#define TO_SETTINGS  TO_MEETING "tap meeting.settings\n"
#define TO_SWITCHES  "tap welcome.comfort\ntap comfort.switches.learn\n"
#define TWO_LEARNED  "key switch-100 2\nkey switch-101 2\n"
#define BACKUP_FILE  "reflection-2026-11-05.backup"
#define TO_BACKUP    TO_SETTINGS "tap settings.backup\nwait 1s\n"
#define TO_BACKED    "drive USB\n" TO_BACKUP "tap backup.save\nwait 1s\n"
#define TO_RESTORE   TO_BACKED "tap backup.found.1\nwait 1s\n"
#define TO_ERASE     TO_SETTINGS "tap settings.erase-all\n"
#define TO_ERASED    TO_ERASE "tap eraseall.yes\ntap eraseall.yes\ntap eraseall.yes\nwait 1s\n"
#define NEW_MACHINE  "clock 2000-01-01 00:00\nappliance new\npower-cut\n"
#define TOLD_MACHINE "appliance told\npower-cut\n"
#define TO_PIN       "skip-to setup-pin\n"
#define CHOOSE       "digits 246810\ntap common.next\n"
#define TO_READY     TO_PIN CHOOSE CHOOSE "wait 2s\n"
#define TO_SOUND     TO_READY "skip-to setup-sound\n"
#define TO_TOUCH     TO_READY "skip-to setup-touch\n"
#define TO_SUPPORT   TO_READY "skip-to setup-support\n"
#define TO_LIST      TO_READY "tap meeting.settings\ntap settings.setup\n"
#define TO_PRACTICE  TO_READY "skip-to setup-practice\n"
#define OWN_ROOM     "Kim and Lou know what to do. Ask for them at the door."
#define OWN_PHONE    "Kim, after six: +1 555 0100"
#define OWN_ARABIC   "اتصل بنا: 555-0100 Kim"
#define OWN_LONG                                                                                   \
    "If you are in danger, go to the front desk of this house and say that you need help now, or " \
    "call 555 0100 from the telephone beside it. "

#define TO_REST "tap promise.ready\ntap common.pause\n"
#define TO_OWN                                                                                     \
    "tap settings.support\ntap support.room\ntype \"" OWN_ROOM "\"\ntap key.done\n"                \
    "tap support.phone\ntype \"" OWN_PHONE "\"\ntap key.done\ntap common.next\nwait 1s\n"

const struct view VIEWS[] = {
    {"welcome", "usual", BEFORE_MANY, ""},
    {"welcome", "reflection", BEFORE_FEW, ""},
    {"welcome", "dim", BEFORE_MANY, "wait 40s\n"},
    {"closed", "usual", BEFORE_CLOSED, ""},
    {"closed", "paused", BEFORE_MANY, TO_MEETING "tap meeting.pause\ntap meeting.lock\n"},
    {"promise", "usual", BEFORE_MANY, "tap welcome.begin\n"},
    {"promise", "private", BEFORE_MANY, "tap welcome.begin\ntap promise.private\n"},
    {"promise", "reflection", BEFORE_FEW, "tap welcome.begin\n"},
    {"promise", "tour", BEFORE_CLOSED, "tap closed.tour\n"},
    {"keeps", "usual", BEFORE_MANY, "tap welcome.begin\ntap promise.keeps\nwait 1s\n"},
    {"keeps", "aside", BEFORE_CLOSED,
     "poke totals.db 0 88\npower-cut\ntap closed.tour\ntap promise.keeps\nwait 1s\n"},
    {"keeps", "empty", BEFORE_FIRST_RUN, "tap setup.try\ntap promise.keeps\nwait 1s\n"},
    {"comfort", "usual", BEFORE_MANY, "tap welcome.comfort\n"},
    {"comfort", "ask", BEFORE_MANY, "tap welcome.comfort\ntap comfort.read.phones\n"},
    {"comfort", "phones", BEFORE_MANY,
     "tap welcome.comfort\ntap comfort.read.phones\ntap comfort.phones.yes\ntap common.more\n"},
    {"comfort", "speaker", BEFORE_MANY, "tap welcome.comfort\ntap comfort.read.on-speaker\n"},
    {"comfort", "no-voice", BEFORE_MANY, "fault no-voice on\ntap welcome.comfort\n"},
    {"comfort", "switches", BEFORE_MANY, TO_SWITCHES TWO_LEARNED "tap common.done\n"},
    {"switches", "usual", BEFORE_MANY, TO_SWITCHES "key switch-100 2\nkey switch-101\n"},
    {"switches", "first", BEFORE_MANY, TO_SWITCHES},
    {"switches", "other", BEFORE_MANY,
     TO_SWITCHES "key switch-100\nkey switch-101\nkey switch-102\n"},
    {"switches", "offer", BEFORE_MANY, TO_SWITCHES "key switch-100 2\nwait 16s\n"},
    {"switches", "try", BEFORE_MANY, TO_SWITCHES TWO_LEARNED "key switch-101\nkey switch-100\n"},
    {"switches", "one", BEFORE_MANY, TO_SWITCHES "tap switches.one\nkey switch-100\n"},
    {"switches", "scanning", BEFORE_MANY,
     TO_SWITCHES "tap switches.one\nkey switch-100 2\nwait 4500\nkey switch-100\n"},
    {"switches", "learned", BEFORE_MANY,
     TO_SWITCHES TWO_LEARNED "tap switches.stone.1\ntap switches.stone.2\ntap switches.stone.3\n"},
    {"comfort", "reset", BEFORE_MANY, "tap welcome.comfort\ntap comfort.reset\n"},
    {"arrive", "usual", BEFORE_MANY, TO_ARRIVE},
    {"question", "usual", BEFORE_MANY, "visit -- finish\n"},
    {"question", "first", BEFORE_MANY, TO_QUESTION},
    {"question", "chosen", BEFORE_MANY, "visit -- finish\ntap question.answer.3\nwait 1s\n"},
    {"question", "unplugged", BEFORE_MANY,
     "tap welcome.comfort\ntap comfort.read.phones\ntap comfort.phones.yes\ntap "
     "common.done\n" TO_QUESTION "fault phones-out on\n"},
    {"question", "focus", BEFORE_MANY, "visit -- finish\nkey Down\n"},
    {"question", "back", BEFORE_MANY, "visit - finish\ntap common.back\n"},
    {"question", "practice", BEFORE_FIRST_RUN, "tap setup.try\ntap promise.ready\n"},
    {"pause", "usual", BEFORE_MANY, TO_PAUSE},
    {"breathe", "usual", BEFORE_MANY, TO_PAUSE "tap pause.breathe\nwait 2500\n"},
    {"breathe", "narrow", BEFORE_MANY, TO_PAUSE "tap pause.breathe\n"},
    {"breathe", "out", BEFORE_MANY, TO_PAUSE "tap pause.breathe\nwait 9900\n"},
    {"breathe", "less", BEFORE_MANY,
     TO_PAUSE "tap pause.comfort\ntap comfort.motion.less\n"
              "tap common.done\ntap pause.breathe\nwait 9s\n"},
    {"look", "usual", BEFORE_MANY, TO_PAUSE "tap pause.look\n"},
    {"sit", "usual", BEFORE_MANY, TO_PAUSE "tap pause.sit\n"},
    {"support", "usual", BEFORE_MANY, TO_PAUSE "tap pause.support\n"},
    {"support", "own", BEFORE_CLOSED,
     TO_SETTINGS TO_OWN "tap meeting.lock\ntap closed.tour\n" TO_REST "tap pause.support\n"},
    {"support", "long", BEFORE_CLOSED,
     TO_SETTINGS "tap settings.support\n"
                 "tap support.room\ntype \"" OWN_LONG "\"\ntype \"" OWN_LONG "\"\ntap key.done\n"
                 "tap support.phone\ntype \"" OWN_LONG "\"\ntype \"" OWN_LONG "\"\ntap key.done\n"
                 "tap support.danger\ntype \"" OWN_LONG "\"\ntype \"" OWN_LONG "\"\ntap key.done\n"
                 "tap common.next\nwait 1s\ntap meeting.lock\ntap closed.tour\n" TO_REST
                 "tap pause.support\n"},
    {"support", "arabic", BEFORE_CLOSED,
     TO_SETTINGS
     "tap settings.support\ntap support.phone\ntype \"" OWN_ARABIC "\"\n"
     "tap key.done\ntap common.next\nwait 1s\ntap meeting.lock\ntap closed.tour\n" TO_REST
     "tap pause.support\n"},
    {"erase", "usual", BEFORE_MANY, TO_PAUSE "tap pause.erase\n"},
    {"finish", "usual", BEFORE_MANY, TO_FINISH},
    {"finish", "reflection", BEFORE_FEW, TO_FINISH},
    {"finish", "refused", BEFORE_MANY, TO_FINISH "fault refuse-adds 1\ntap finish.add\n"},
    {"finish", "unknown", BEFORE_MANY, TO_FINISH "fault lose-replies 1\ntap finish.add\nwait 3s\n"},
    {"finish", "ended", BEFORE_MANY,
     "wait 2h\nwait 59m\n" TO_FINISH "wait 2m\npresence\nwait 2m\npresence\nwait 2m\ndown off\n"
     "up off\nwait 2m\npresence\nwait 2m\npresence\nwait 2m\ndown off\nup off\nwait 2m\n"
     "presence\nwait 2m\n"},
    {"closing", "usual", BEFORE_MANY, TO_FINISH "tap finish.add\ntap closing.surprise\n"},
    {"closing", "first", BEFORE_MANY, TO_FINISH "tap finish.add\n"},
    {"clear", "usual", BEFORE_MANY, TO_FINISH "tap finish.add\ntap common.done\nwait 3s\n"},
    {"clear", "first", BEFORE_MANY, TO_FINISH "tap finish.add\ntap common.done\n"},
    {"idle", "usual", BEFORE_MANY, TO_QUESTION "wait 185s\n"},
    {"idle", "seconds", BEFORE_MANY, TO_QUESTION "wait 3m\nwait 30s\n"},
    {"error", "usual", BEFORE_CLOSED, "poke totals.db 0 88\npower-cut\nunlock-notice 246810\n"},
    {"error", "newer", BEFORE_CLOSED, "poke totals.db 63 2\npower-cut\nunlock-notice 246810\n"},
    {"error", "changed", BEFORE_MANY,
     "put totals.db x\nunlock 246810\ntap meeting.close\ntap meeting.yes\ntap meeting.lock\n"
     "unlock-notice 246810\n"},
    {"error", "settings", BEFORE_KEPT, "poke settings 0 88\npower-cut\nunlock-notice 246810\n"},
    {"error", "face", BEFORE_MANY, "face-dies\nunlock-notice 246810\n"},
    {"error", "restore", BEFORE_CLOSED,
     TO_RESTORE "fault drive-late 2\ntap restore.yes\ntap meeting.lock\nwait 3s\n"
                "unlock-notice 246810\n"},
    {"error", "screen", BEFORE_CLOSED, "matched 640x480 5.56\nunlock-notice 246810\n"},
    {"pin", "usual", BEFORE_MANY, "tap welcome.facilitator\ndigits 2468\n"},
    {"pin", "checking", BEFORE_MANY,
     "tap welcome.facilitator\ndigits 246810\nfault late 28\ntap pin.unlock\nwait 2s\n"},
    {"pin", "wrong", BEFORE_MANY,
     "tap welcome.facilitator\ndigits 111111\ntap pin.unlock\nwait 1s\n"},
    {"pin", "own", BEFORE_MANY,
     TOLD_MACHINE "tap welcome.facilitator\ndigits 111111\ntap pin.unlock\nwait 1s\n"},
    {"pin", "memory", BEFORE_MANY,
     "fault no-memory on\ntap welcome.facilitator\ndigits 111111\ntap pin.unlock\nwait 1s\n"},
    {"pin", "porter", BEFORE_MANY,
     "fault no-porter on\ntap welcome.facilitator\ndigits 111111\ntap pin.unlock\nwait 1s\n"},
    {"pin", "wait", BEFORE_MANY,
     "tap welcome.facilitator\ndigits 111111\ntap pin.unlock\ndigits 111111\ntap pin.unlock\n"
     "digits 111111\ntap pin.unlock\ndigits 111111\ntap pin.unlock\ndigits 111111\n"
     "tap pin.unlock\nwait 5s\n"},
    {"pin", "record", BEFORE_KEPT, "poke guard 0 88\npower-cut\ntap welcome.facilitator\n"},
    {"pin", "full", BEFORE_MANY,
     "fault disk-full on\npower-cut\ntap welcome.facilitator\ndigits 246810\ntap pin.unlock\n"
     "wait 1s\n"},
    {"pin", "unwritten", BEFORE_MANY,
     "fault read-only on\npower-cut\ntap welcome.facilitator\ndigits 246810\ntap pin.unlock\n"
     "wait 1s\n"},
    {"pin", "lost", BEFORE_KEPT,
     "poke settings 0 88\npoke settings 19 88\npower-cut\ntap welcome.facilitator\n"},
    {"pin", "lost-own", BEFORE_KEPT,
     "poke settings 0 88\npoke settings 19 88\n" TOLD_MACHINE "tap welcome.facilitator\n"},
    {"pin", "takeover", BEFORE_MANY, TO_PAUSE "tap welcome.facilitator\n"},
    {"setup-keys", "usual", BEFORE_FIRST_RUN, NEW_MACHINE "tap keys.de\nkeys \"zyäöü?\"\n"},
    {"setup-keys", "first", BEFORE_FIRST_RUN, NEW_MACHINE},
    {"setup-keys", "settings", BEFORE_CLOSED, TOLD_MACHINE TO_SETTINGS "tap settings.keys\n"},
    {"setup-zone", "usual", BEFORE_FIRST_RUN, NEW_MACHINE "skip-to setup-zone\n"},
    {"setup-zone", "near", BEFORE_FIRST_RUN, NEW_MACHINE "skip-to setup-zone\ntap zone.region.1\n"},
    {"setup-zone", "most", BEFORE_FIRST_RUN, NEW_MACHINE "skip-to setup-zone\ntap zone.region.3\n"},
    {"setup-zone", "settings", BEFORE_CLOSED, TOLD_MACHINE TO_SETTINGS "tap settings.zone\n"},
    {"setup-clock", "usual", BEFORE_FIRST_RUN, NEW_MACHINE "skip-to setup-clock\n"},
    {"setup-clock", "failed", BEFORE_FIRST_RUN,
     "fault no-clock on\n" NEW_MACHINE "skip-to setup-clock\ntap common.next\nwait 1s\n"},
    {"setup-clock", "settings", BEFORE_CLOSED,
     TOLD_MACHINE TO_SETTINGS "tap settings.clock\nwait 1s\n"},
    {"setup-look", "usual", BEFORE_FIRST_RUN, ""},
    {"setup-look", "machine", BEFORE_FIRST_RUN, NEW_MACHINE "skip-to setup-look\n"},
    {"setup-look", "settings", BEFORE_CLOSED, TO_SETTINGS "tap settings.look\n"},
    {"setup-fit", "usual", BEFORE_FIRST_RUN, "skip-to setup-fit\n"},
    {"setup-fit", "settings", BEFORE_CLOSED, TO_SETTINGS "tap settings.fit\n"},
    {"setup-sound", "usual", BEFORE_FIRST_RUN, TO_SOUND},
    {"setup-sound", "none", BEFORE_FIRST_RUN, TO_SOUND "tap setup.sound.no\n"},
    {"setup-sound", "no-voice", BEFORE_FIRST_RUN, "fault no-voice on\n" TO_SOUND},
    {"setup-touch", "usual", BEFORE_FIRST_RUN, TO_TOUCH "tap setup.stone.1\ntap setup.stone.2\n"},
    {"setup-touch", "first", BEFORE_FIRST_RUN, TO_TOUCH},
    {"setup-touch", "off", BEFORE_FIRST_RUN, TO_TOUCH "tap setup.stone.1\ndown off\nup off\n"},
    {"setup-touch", "done", BEFORE_FIRST_RUN,
     TO_TOUCH "tap setup.stone.1\ntap setup.stone.2\ntap setup.stone.3\ntap setup.stone.4\n"
              "tap setup.stone.5\n"},
    {"setup-touch", "settings", BEFORE_CLOSED,
     TO_SETTINGS "tap settings.checks\ntap checks.touch\n"},
    {"setup-pin", "usual", BEFORE_FIRST_RUN, TO_PIN},
    {"setup-pin", "fitted", BEFORE_FIRST_RUN,
     "skip-to setup-fit\ntap common.next\nwait 1s\nskip-to setup-pin\n"},
    {"setup-pin", "settings", BEFORE_CLOSED, TO_SETTINGS "tap settings.pin\n"},
    {"setup-pin", "again", BEFORE_FIRST_RUN,
     TO_PIN "digits 246810\ntap common.next\ndigits 2468\n"},
    {"setup-pin", "differ", BEFORE_FIRST_RUN,
     TO_PIN "digits 246810\ntap common.next\ndigits 246811\ntap common.next\n"},
    {"setup-privacy", "usual", BEFORE_FIRST_RUN, TO_READY "skip-to setup-privacy\n"},
    {"setup-privacy", "settings", BEFORE_CLOSED, TO_SETTINGS "tap settings.blur\n"},
    {"setup-privacy", "ask", BEFORE_CLOSED,
     TO_SETTINGS "tap settings.blur\ntap privacy.standard\ntap common.next\n"},
    {"setup-questions", "usual", BEFORE_FIRST_RUN, TO_READY "skip-to setup-questions\n"},
    {"setup-questions", "settings", BEFORE_CLOSED, TO_SETTINGS "tap settings.questions\n"},
    {"setup-questions", "few", BEFORE_CLOSED,
     TO_SETTINGS "tap settings.questions\ntap questions.1\ntap questions.2\ntap questions.3\n"},
    {"setup-support", "usual", BEFORE_FIRST_RUN, TO_SUPPORT},
    {"setup-support", "settings", BEFORE_CLOSED, TO_SETTINGS "tap settings.support\n"},
    {"setup-support", "own", BEFORE_CLOSED,
     TO_SETTINGS "tap settings.support\ntap support.room\ntype \"" OWN_ROOM "\"\ntap key.done\n"
                 "tap support.phone\ntype \"" OWN_PHONE "\"\ntap key.done\n"},
    {"setup-support", "typing", BEFORE_FIRST_RUN,
     TO_SUPPORT "tap support.phone\ntype \"Kim: +1 555 0100\"\n"},
    {"setup-support", "empty", BEFORE_FIRST_RUN, TO_SUPPORT "tap support.room\n"},
    {"setup-support", "signs", BEFORE_FIRST_RUN, TO_SUPPORT "tap support.phone\ntap key.page\n"},
    {"setup-support", "arabic", BEFORE_FIRST_RUN,
     TO_SUPPORT "tap support.phone\ntap key.layout\ntap key.layout\ntype \"" OWN_ARABIC "\"\n"},
    {"setup-support", "full", BEFORE_FIRST_RUN,
     TO_SUPPORT "tap support.danger\ntype \"" OWN_LONG "\"\ntype \"" OWN_LONG "\"\n"},
    {"setup-support", "long", BEFORE_FIRST_RUN,
     TO_SUPPORT "tap support.danger\ntype \"" OWN_LONG "\"\ntype \"" OWN_LONG "\"\ntap key.done\n"},
    {"setup-practice", "usual", BEFORE_FIRST_RUN, TO_PRACTICE},
    {"setup-practice", "back", BEFORE_FIRST_RUN, TO_PRACTICE "tap common.next\ntap common.back\n"},
    {"setup-place", "usual", BEFORE_FIRST_RUN, TO_READY "skip-to setup-place\n"},
    {"setup-list", "usual", BEFORE_FIRST_RUN, TO_LIST},
    {"setup-list", "some", BEFORE_FIRST_RUN,
     TO_LIST "tap todo.sound\ntap setup.sound.yes\ntap todo.touch\ntap setup.skip\n"},
    {"setup-list", "none", BEFORE_CLOSED, TO_SETTINGS "tap settings.setup\n"},
    {"settings", "usual", BEFORE_CLOSED, TO_SETTINGS},
    {"settings", "machine", BEFORE_CLOSED, TOLD_MACHINE TO_SETTINGS},
    {"settings", "resting", BEFORE_MANY, TO_SETTINGS},
    {"settings", "checks", BEFORE_CLOSED, TO_SETTINGS "tap settings.checks\n"},
    {"settings", "missing", BEFORE_CLOSED, "fault no-letters on\nface-dies\n" TO_SETTINGS},
    {"settings", "about", BEFORE_CLOSED, TO_SETTINGS "tap settings.about\n"},
    {"health", "usual", BEFORE_CLOSED, TO_SETTINGS "tap settings.health\nwait 1s\n"},
    {"health", "look", BEFORE_CLOSED,
     "fault swap on\nfault no-memory-lock on\n" TO_SETTINGS "tap settings.health\nwait 1s\n"},
    {"health", "sandbox", BEFORE_CLOSED,
     "fault no-sandbox on\n" TO_SETTINGS "tap settings.health\nwait 1s\n"},
    {"health", "older", BEFORE_CLOSED,
     "fault older-kernel on\n" TO_SETTINGS "tap settings.health\nwait 1s\n"},
    {"health", "no-voice", BEFORE_CLOSED,
     "fault no-voice on\nfault no-sound on\n" TO_SETTINGS "tap settings.health\nwait 1s\n"},
    {"health", "desktop", BEFORE_CLOSED,
     "fault desktop on\nfault swap on\nfault no-face-lock on\n" TO_SETTINGS
     "tap settings.health\nwait 1s\n"},
    {"health", "letters", BEFORE_CLOSED,
     "fault no-letters on\nface-dies\n" TO_SETTINGS "tap settings.health\nwait 1s\n"},
    {"meeting", "usual", BEFORE_MANY, TO_MEETING},
    {"meeting", "closed", BEFORE_CLOSED, TO_MEETING},
    {"meeting", "first", BEFORE_FIRST_RUN, TO_READY},
    {"meeting", "room", BEFORE_CLOSED, TO_MEETING "tap meeting.open\n"},
    {"meeting", "clock", BEFORE_CLOSED,
     "clock 2000-01-01 00:00\n" TO_MEETING "tap meeting.open\ntap meeting.room.many\n"},
    {"meeting", "month", BEFORE_CLOSED,
     "clock 2000-01-01 00:00\n" TO_MEETING
     "tap meeting.open\ntap meeting.room.many\ntap meeting.month\n"},
    {"meeting", "reflection", BEFORE_FEW, TO_MEETING},
    {"meeting", "paused", BEFORE_MANY, TO_MEETING "tap meeting.pause\n"},
    {"meeting", "close-ask", BEFORE_MANY, TO_MEETING "tap meeting.close\n"},
    {"meeting", "saved", BEFORE_MANY, TO_MEETING "tap meeting.close\ntap meeting.yes\n"},
    {"meeting", "saved-first", BEFORE_FIRST_RUN,
     TO_READY "tap meeting.open\ntap meeting.room.many\ntap meeting.close\ntap meeting.yes\n"},
    {"meeting", "saved-changed", BEFORE_MANY,
     TO_MEETING "put totals.db x\ntap meeting.close\ntap meeting.yes\n"},
    {"meeting", "unsaved", BEFORE_MANY,
     TO_MEETING "fault disk-full on\ntap meeting.close\ntap meeting.yes\n"},
    {"meeting", "unsaved-own", BEFORE_CLOSED,
     TOLD_MACHINE TO_MEETING "tap meeting.open\ntap meeting.room.many\nfault disk-full on\n"
                             "tap meeting.close\ntap meeting.yes\n"},
    {"meeting", "discard-ask", BEFORE_MANY, TO_MEETING "tap meeting.close\ntap meeting.discard\n"},
    {"meeting", "discard-again", BEFORE_MANY,
     TO_MEETING "tap meeting.close\ntap meeting.discard\ntap meeting.yes\n"},
    {"meeting", "discarded", BEFORE_MANY,
     TO_MEETING "tap meeting.close\ntap meeting.discard\ntap meeting.yes\ntap meeting.yes\n"},
    {"meeting", "discard-kept", BEFORE_MANY,
     TO_MEETING "fault call 13\ntap meeting.close\ntap meeting.yes\nfault call 1\n"
                "tap meeting.discard\ntap meeting.yes\ntap meeting.yes\n"},
    {"meeting", "discard-unsure", BEFORE_MANY,
     TO_MEETING "fault call 13\ntap meeting.close\ntap meeting.yes\nfault read-only on\n"
                "tap meeting.discard\ntap meeting.yes\ntap meeting.yes\n"},
    {"meeting", "last", BEFORE_MANY, "power-cut\n" TO_MEETING},
    {"meeting", "swap", BEFORE_CLOSED,
     "fault swap on\n" TO_MEETING "tap meeting.open\ntap meeting.room.many\n"},
    {"meeting", "no-memory-lock", BEFORE_CLOSED,
     "fault no-memory-lock on\n" TO_MEETING "tap meeting.open\ntap meeting.room.many\n"},
    {"meeting", "space", BEFORE_CLOSED,
     TO_MEETING "fault disk-full on\ntap meeting.open\ntap meeting.room.many\n"},
    {"meeting", "in-memory", BEFORE_CLOSED,
     "fault in-memory on\n" TO_MEETING "tap meeting.open\ntap meeting.room.many\n"},
    {"meeting", "battery", BEFORE_MANY, "battery low\n" TO_MEETING "tap meeting.pause\n"},
    {"meeting", "battery-closed", BEFORE_CLOSED, "battery low\n" TO_MEETING},
    {"meeting", "battery-empty", BEFORE_CLOSED,
     "battery empty\n" TO_MEETING "tap meeting.open\ntap meeting.room.many\n"},
    {"meeting", "saving", BEFORE_MANY,
     TO_MEETING "fault late 9\ntap meeting.close\ntap meeting.yes\nwait 2s\n"},
    {"meeting", "leave", BEFORE_MANY_USUAL, TO_MEETING "tap meeting.leave\n"},
    {"meeting", "leave-closed", BEFORE_CLOSED, TO_MEETING "tap meeting.leave\n"},
    {"trends", "usual", BEFORE_CLOSED, TO_MEETING "tap meeting.trends\nwait 1s\n"},
    {"trends", "lines", BEFORE_CLOSED,
     TO_MEETING "tap meeting.trends\nwait 1s\ntap trends.lines\n"},
    {"trends", "empty", BEFORE_FIRST_RUN, "made-up 2\n" TO_MEETING "tap meeting.trends\nwait 1s\n"},
    {"trends", "first", BEFORE_FIRST_RUN, "made-up 4\n" TO_MEETING "tap meeting.trends\nwait 1s\n"},
    {"room", "usual", BEFORE_CLOSED,
     TO_MEETING "tap meeting.trends\nwait 1s\ntap trends.for-room\n"},
    {"detail", "usual", BEFORE_CLOSED, TO_DETAIL},
    {"detail", "table", BEFORE_CLOSED, TO_DETAIL "tap detail.table\n"},
    {"detail", "first", BEFORE_FIRST_RUN, "made-up 12\n" TO_MEETING TO_PLOT},
    {"detail", "empty", BEFORE_FIRST_RUN, "made-up 4\n" TO_MEETING TO_PLOT},
    {"report", "usual", BEFORE_CLOSED, "drive USB\n" TO_MEETING "tap meeting.report\nwait 1s\n"},
    {"report", "larger", BEFORE_CLOSED,
     "drive USB\n" TO_MEETING "tap meeting.report\nwait 1s\ntap report.larger\n"},
    {"report", "no-drive", BEFORE_CLOSED, TO_MEETING "tap meeting.report\nwait 1s\n"},
    {"report", "empty", BEFORE_FIRST_RUN, "made-up 2\n" TO_MEETING "tap meeting.report\nwait 1s\n"},
    {"report", "stuck", BEFORE_CLOSED,
     "drive USB stuck\n" TO_MEETING "tap meeting.report\nwait 1s\ntap report.save\nwait 1s\n"},
    {"report", "saved", BEFORE_CLOSED,
     "drive USB\n" TO_MEETING "tap meeting.report\nwait 1s\ntap report.save\nwait 1s\n"},
    {"backup", "usual", BEFORE_CLOSED, "drive USB\n" TO_BACKUP},
    {"backup", "no-drive", BEFORE_CLOSED, TO_BACKUP},
    {"backup", "no-porter", BEFORE_CLOSED,
     TO_SETTINGS "fault no-porter on\ntap settings.backup\nwait 1s\n"},
    {"backup", "busy", BEFORE_CLOSED,
     TO_RESTORE "fault drive-late 90\ntap restore.yes\ntap meeting.lock\n" TO_BACKUP},
    {"backup", "saved", BEFORE_CLOSED, TO_BACKED},
    {"backup", "many", BEFORE_CLOSED,
     TO_BACKED "tap backup.save\nwait 1s\ntap backup.save\nwait 1s\ntap backup.save\nwait 1s\n"
               "tap backup.save\nwait 1s\ntap backup.save\nwait 1s\n"},
    {"backup", "full", BEFORE_CLOSED, "drive USB full\n" TO_BACKUP "tap backup.save\nwait 1s\n"},
    {"backup", "pulled", BEFORE_CLOSED,
     "drive USB pulled\n" TO_BACKUP "tap backup.save\nwait 1s\n"},
    {"backup", "nothing", BEFORE_FIRST_RUN, "drive USB\nmade-up 0\n" TO_BACKUP},
    {"backup", "newer", BEFORE_CLOSED,
     "drive USB\npoke totals.db 63 2\npower-cut\nunlock-notice 246810\ntap error.go\n"
     "tap meeting.settings\ntap settings.backup\nwait 1s\n"},
    {"backup", "made-up", BEFORE_CLOSED, "put SIMULATED \"\"\npower-cut\n" TO_BACKUP},
    {"restore", "usual", BEFORE_CLOSED, TO_RESTORE},
    {"restore", "saving", BEFORE_CLOSED, TO_RESTORE "fault late 2\ntap restore.yes\nwait 1500\n"},
    {"restore", "done", BEFORE_CLOSED, TO_RESTORE "tap restore.yes\nwait 1s\n"},
    {"restore", "first", BEFORE_CLOSED,
     TO_BACKED "tap common.back\ntap settings.erase-all\ntap eraseall.yes\ntap eraseall.yes\n"
               "tap eraseall.yes\nwait 1s\ntap eraseall.keep\ntap settings.backup\nwait 1s\n"
               "tap backup.found.1\nwait 1s\n"},
    {"restore", "bad", BEFORE_CLOSED,
     TO_BACKED "poke-drive " BACKUP_FILE " 0 88\ntap backup.found.1\nwait 1s\n"},
    {"restore", "newer", BEFORE_CLOSED,
     TO_BACKED "poke-drive " BACKUP_FILE " 63 2\ntap backup.found.1\nwait 1s\n"},
    {"restore", "pulled", BEFORE_CLOSED, TO_RESTORE "drive USB pulled\ntap restore.yes\nwait 1s\n"},
    {"restore", "stuck", BEFORE_CLOSED, TO_RESTORE "drive USB stuck\ntap restore.yes\nwait 1s\n"},
    {"restore", "disk-full", BEFORE_CLOSED,
     TO_RESTORE "fault disk-full on\ntap restore.yes\nwait 1s\n"},
    {"restore", "unsure", BEFORE_CLOSED,
     TO_BACKED "tap meeting.lock\nmeeting many\nmeeting close\n" TO_BACKUP
               "tap backup.found.1\nwait 1s\nfault call 14\ntap restore.yes\nwait 1s\n"},
    {"erase-all", "usual", BEFORE_CLOSED, TO_ERASE},
    {"erase-all", "second", BEFORE_CLOSED, TO_ERASE "tap eraseall.yes\n"},
    {"erase-all", "third", BEFORE_CLOSED, TO_ERASE "tap eraseall.yes\ntap eraseall.yes\n"},
    {"erase-all", "done", BEFORE_CLOSED, TO_ERASED},
    {"erase-all", "part", BEFORE_CLOSED,
     TO_ERASE
     "fault read-only on\ntap eraseall.yes\ntap eraseall.yes\ntap eraseall.yes\nwait 1s\n"},
};
const uint32_t VIEW_COUNT = sizeof(VIEWS) / sizeof(VIEWS[0]);
