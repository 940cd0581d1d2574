package io.herd.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JournaldFormatterTest {

    private static final String FORGED = "29.0\n<3>all nodes are lost\u001b[2J\u202e";

    private final JournaldFormatter journal = new JournaldFormatter(true);

    @Test
    void aRecordIsOneLineWhateverADaemonSays() {
        var record = new LogRecord(Level.INFO, "daemon {0}, at {1}");
        record.setParameters(new Object[] {FORGED, "unix:///run/docker.sock"});

        assertThat(journal.format(record))
                .isEqualTo(
                        "<6>daemon 29.0\\n<3>all nodes are lost\\x1b[2J\\u202e, at unix:///run/docker.sock\n");
    }

    @Test
    void noLineOfATraceCanBeTakenForARecord() {
        var record = new LogRecord(Level.SEVERE, "cannot answer");
        record.setThrown(new IllegalStateException(FORGED, new IOException(FORGED)));

        var lines = journal.format(record).lines().toList();

        assertThat(lines.getFirst()).isEqualTo("<3>cannot answer");
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.startsWith("    "))
                .anyMatch(line -> line.contains("IllegalStateException: 29.0\\n<3>"))
                .anyMatch(line -> line.contains("Caused by: java.io.IOException: 29.0\\n<3>"));
    }
}
