// SPDX-License-Identifier: MIT
// The screens of the walk in QML: qmlscene SCREENS FIRST-FRAME peer.qml. See peer_gtk.c. The second
// file is written with the first frame, and holds 0: QML has no clock that runs beside the
// measurement's.
import QtQuick 2.15
import QtQuick.Window 2.15

Window {
    id: window
    property var words: Qt.application.arguments // the last is this file
    property var screens: read(words[words.length - 3])
    property var pressed: ({})
    property int at: 0
    property bool told: false
    flags: Qt.FramelessWindowHint
    width: Screen.width
    height: Screen.height
    color: "#f6f3ec"
    visible: true

    function read(path) {
        var request = new XMLHttpRequest(), all = []
        request.open("GET", "file://" + path, false)
        request.send()
        request.responseText.split("\n").forEach(function (line) {
            var part = line.split("\t")
            if (part[0] === "screen")
                all.push([])
            else if (part.length === 7)
                all[all.length - 1].push(part)
        })
        return all
    }

    onFrameSwapped: {
        if (told)
            return
        told = true
        var request = new XMLHttpRequest()
        request.open("PUT", "file://" + words[words.length - 2], false)
        request.send("0\n")
    }

    Repeater {
        model: window.screens[window.at]
        Rectangle {
            property bool isButton: modelData[0] === "button"
            x: modelData[1]
            y: modelData[2]
            width: modelData[3]
            height: modelData[4]
            radius: isButton ? 12 : 0
            border.width: isButton ? 2 : 0
            color: isButton ? (touch.pressed ? "#d7dcd9" : "#fffdf8") : "transparent"
            Text {
                anchors.fill: parent
                text: modelData[6]
                font.family: "Noto Sans"
                font.pixelSize: modelData[5]
                wrapMode: Text.WordWrap
                horizontalAlignment: parent.isButton ? Text.AlignHCenter : Text.AlignLeft
                verticalAlignment: parent.isButton ? Text.AlignVCenter : Text.AlignTop
            }
            MouseArea {
                id: touch
                anchors.fill: parent
                enabled: parent.isButton
                onClicked: {
                    var name = window.at + " " + modelData[6]
                    window.pressed[name] = (window.pressed[name] || 0) + 1
                    window.at = (window.at + 1) % window.screens.length
                }
            }
        }
    }
}
