package io.herd.engine.docker;

import io.herd.action.Frame;

/** No process: the stream comes from the daemon itself, such as logs or events. */
record NoProcess() implements DaemonProcess {

    @Override
    public Frame last() {
        return new Frame.Ended();
    }

    @Override
    public void abandon() {
        // It ends with its connection.
    }
}
