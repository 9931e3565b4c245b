# SPDX-License-Identifier: MIT
"""The screens of the walk in Tkinter: peer_tk.py SCREENS. See peer_gtk.c."""
import os
import sys
import time
import tkinter
from tkinter import font

screens = []
for line in open(sys.argv[1], encoding="utf-8"):
    if line.startswith("screen"):
        screens.append([])
    else:
        kind, x, y, w, h, px, words = line.rstrip("\n").split("\t")
        screens[-1].append((kind, int(x), int(y), int(w), int(h), int(px), words))

root = tkinter.Tk()
root.overrideredirect(True)
root.geometry(f"{root.winfo_screenwidth()}x{root.winfo_screenheight()}+0+0")
root.configure(background="#f6f3ec")
pressed = {}
at = 0


def press(words):
    global at
    pressed[at, words] = pressed.get((at, words), 0) + 1
    at = (at + 1) % len(screens)
    show()


def show():
    for old in root.winfo_children():
        old.destroy()
    for kind, x, y, w, h, px, words in screens[at]:
        face = font.Font(family="Noto Sans", size=-px)
        if kind == "button":
            thing = tkinter.Button(root, text=words, font=face, background="#fffdf8",
                                   command=lambda words=words: press(words))
        else:
            thing = tkinter.Label(root, text=words, font=face, wraplength=w, justify="left",
                                  anchor="nw", background="#f6f3ec")
        thing.place(x=x, y=y, width=w, height=h)


show()
root.update()
if "KIOSK_PERF_FIRST_FRAME" in os.environ:
    with open(os.environ["KIOSK_PERF_FIRST_FRAME"], "w", encoding="ascii") as file:
        file.write(f"{time.clock_gettime_ns(time.CLOCK_MONOTONIC)}\n")
root.mainloop()
