package io.herd.cli.config;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this host calls itself. */
public final class HostName {

    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    // The JDK asks the name service for the address, too, and fails where that knows none.
    public static String own() throws IOException {
        return Files.isReadable(LINUX)
                ? Files.readString(LINUX).strip()
                : InetAddress.getLocalHost().getHostName();
    }
}
