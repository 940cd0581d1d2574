package io.herd.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

    @TempDir Path home;

    @Test
    void oneThatOthersCouldReadIsClosedToThem() throws IOException {
        var old = Files.writeString(home.resolve("history"), "ps\n");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(new HistoryFile(old).prepare()).isEmpty();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(old)))
                .isEqualTo("rw-------");
        assertThat(old).hasContent("ps");
    }

    @Test
    void whatIsNoFileIsNotReadAsOne() throws IOException {
        var endless = Files.createSymbolicLink(home.resolve("history"), Path.of("/dev/zero"));

        assertThat(new HistoryFile(endless).prepare()).contains(endless + " is not a regular file");
        assertThat(new HistoryFile(home).prepare()).contains(home + " is not a regular file");
    }

    @Test
    void aDeviceInItsPlaceIsLeftAsItIs() throws IOException {
        var link = Files.createSymbolicLink(home.resolve("history"), Path.of("/dev/null"));
        var before = Files.getPosixFilePermissions(link);

        assertThat(new HistoryFile(link).prepare()).isEmpty();

        assertThat(Files.getPosixFilePermissions(link)).isEqualTo(before);
    }
}
