# SPDX-License-Identifier: MIT
# Shared by pseudo and po-merge: reads catalogues and packs. Texts stay as they are written, with
# their escapes.
#
# From en.po and the packs, in their order: order[1..entries] the ids, source[id, form], forms[id]
# (0: no plural), notes[id] the lines for translators, chapter[id] the heading of a part. From the
# catalogue named in `translation`: header, target[id, form], meant[id] the English that it was made
# from, fuzzy[id].

function unquoted(line)
{
    sub(/^[^"]*"/, "", line)
    sub(/"$/, "", line)
    return line
}

function joined(id,    i, text)
{
    text = source[id, 0]
    for (i = 1; i < forms[id]; i++)
        text = text " | " source[id, i]
    return text
}

function new_entry(id)
{
    if (id in source_of)
        return
    order[++entries] = id
    source_of[id] = 1
    forms[id] = 0
    notes[id] = pending_notes
    chapter[id] = pending_chapter
    pending_notes = pending_chapter = ""
}

function add_text(id, form, text)
{
    if (is_translation)
        target[id, form] = target[id, form] text
    else
        source[id, form] = source[id, form] text
}

FNR == 1 {
    is_translation = FILENAME == translation
    is_pack = FILENAME ~ /\.pack$/
    in_header = !is_pack
    id = ""
    section = pending_notes = pending_chapter = pending_meant = ""
    pending_fuzzy = 0
    if (is_pack)
        pending_chapter = "The pack " FILENAME
    sub(/The pack .*\//, "The pack ", pending_chapter)
}

# A pack: "[kind id]", then "key = text".
is_pack && /^# T: / { pending_notes = pending_notes substr($0, 3) "\n"; next }
is_pack && /^\[/ {
    gsub(/[][]/, "")
    section = $1 "." $2
    section_notes = pending_notes
    next
}
is_pack && /^(name|spoken|statement|guidance|short|subject|text) = / {
    key = $1
    text = $0
    sub(/^[a-z]+ = /, "", text)
    if (key == "name" || key == "text")
        id = section
    else
        id = section "." (key == "spoken" ? "s" : key)
    pending_notes = section_notes
    section_notes = ""
    gsub(/"/, "\\\"", text)
    new_entry(id)
    source[id, 0] = text
    next
}
is_pack { next }

# A catalogue. Its header ends with the first empty line.
in_header && /^$/ { in_header = 0; next }
in_header { if (is_translation) header = header $0 "\n"; next }
/^#\. English: / { pending_meant = substr($0, 13); next }
/^#\. / { pending_notes = pending_notes substr($0, 4) "\n"; next }
/^#, fuzzy/ { pending_fuzzy = 1; next }
/^# / { pending_chapter = pending_chapter substr($0, 3) "\n"; next }
/^msgid "/ {
    id = unquoted($0)
    form = 0
    if (is_translation) {
        meant[id] = pending_meant
        fuzzy[id] = pending_fuzzy
    } else
        new_entry(id)
    pending_notes = pending_meant = pending_chapter = ""
    pending_fuzzy = 0
    next
}
/^msgid_plural / { if (!is_translation) forms[id] = 1; next }
/^msgstr/ {
    form = 0
    if (match($0, /\[[0-9]\]/)) {
        form = substr($0, RSTART + 1, 1) + 0
        if (!is_translation)
            forms[id] = form + 1
    }
    add_text(id, form, unquoted($0))
    next
}
/^"/ { add_text(id, form, unquoted($0)) }

# A text; a longer text has several lines.
function print_text(key, text,    parts, count, i)
{
    count = split(text, parts, /\\n/)
    if (count < 2) {
        printf "%s \"%s\"\n", key, text
        return
    }
    printf "%s \"\"\n", key
    for (i = 1; i <= count; i++)
        if (i < count || parts[i] != "")
            printf "\"%s%s\"\n", parts[i], (i < count ? "\\n" : "")
}

function print_lines(before, lines,    parts, count, i)
{
    count = split(lines, parts, "\n")
    for (i = 1; i <= count; i++)
        if (parts[i] != "")
            print before parts[i]
}
