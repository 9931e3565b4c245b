/* SPDX-License-Identifier: MIT */
#include "core/contact.h"

_Static_assert(sizeof(struct contact) == 16, "its bytes are hashed: it has no padding");

bool contact_takes_over(const struct contact *contact, const struct input *input, bool holds,
                        uint64_t now_ms)
{
    bool rests = (!holds && !contact->taken) || now_ms >= contact->used_ms + CONTACT_RESTS_MS;
    return input->kind == INPUT_POINTER_DOWN && contact->down &&
           (rests || input->contact == contact->id);
}

bool contact_counts(struct contact *contact, const struct input *input, uint64_t now_ms)
{
    bool is_it = contact->down && input->contact == contact->id;
    switch ((int)input->kind) {
    case INPUT_POINTER_DOWN:
        if (contact->down) {
            return false;
        }
        contact->down = true;
        contact->id = input->contact;
        contact->used_ms = now_ms;
        return true;
    case INPUT_POINTER_MOVE:
        return is_it;
    case INPUT_POINTER_UP:
        contact->down = contact->down && !is_it;
        return is_it;
    case INPUT_POINTER_CANCEL:
        contact_forget(contact);
        return true;
    default:
        return true;
    }
}

void contact_moves(struct contact *contact, uint64_t now_ms)
{
    contact->used_ms = now_ms;
}

void contact_forget(struct contact *contact)
{
    *contact = (struct contact){.down = false};
}
