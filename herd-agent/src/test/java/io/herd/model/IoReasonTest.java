package io.herd.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class IoReasonTest {

    @Test
    void theNameOfTheFileIsNoReason() {
        assertThat(IoReason.of(new NoSuchFileException("/x")))
                .isEqualTo("no such file or directory");
        assertThat(IoReason.of(new AccessDeniedException("/x"))).isEqualTo("permission denied");
        assertThat(IoReason.of(new FileSystemException("/x", null, "No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(IoReason.of(new FileAlreadyExistsException("/x")))
                .isEqualTo("the system refuses");
        assertThat(IoReason.of(new IOException("Is a directory"))).isEqualTo("Is a directory");
    }
}
