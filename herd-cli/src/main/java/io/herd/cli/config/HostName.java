package io.herd.cli.config;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out the name of this host. */
public final class HostName {

    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    // From /proc: the JDK also asks the name service for the address, and fails if that does not
    // know it.
    public static String own() throws IOException {
        return Files.isReadable(LINUX)
                ? Files.readString(LINUX).strip()
                : InetAddress.getLocalHost().getHostName();
    }
}
