package io.herd.engine.docker.layer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

class ThinArchiveTest {

    private static final String LARGE = "x".repeat(100_001);
    private static final String LONG_NAME = "a/".repeat(90) + "ä";

    @Test
    void whatIsLeftIsTheSame() throws Exception {
        var archive =
                Tars.of(
                        "blobs/", "", "blobs/1", "one", "blobs/2", LARGE, "empty", "", LONG_NAME,
                        "named", "blobs/3", "three");

        assertThat(contents(archive, Set.of("blobs/1", "blobs/3", "nowhere")))
                .containsExactly(
                        Map.entry("blobs/", ""),
                        Map.entry("blobs/2", LARGE),
                        Map.entry("empty", ""),
                        Map.entry(LONG_NAME, "named"));
    }

    @Test
    void aLayerThatIsThereTwiceStaysALink() throws Exception {
        var made = new ByteArrayOutputStream();
        try (var out = new TarArchiveOutputStream(made)) {
            Tars.put(out, "1/layer.tar", "one");
            var link = new TarArchiveEntry("2/layer.tar", TarConstants.LF_SYMLINK);
            link.setLinkName("../1/layer.tar");
            out.putArchiveEntry(link);
            out.closeArchiveEntry();
        }

        var left = thin(made.toByteArray(), Set.of("1/layer.tar", "2/layer.tar"));

        try (var in = new TarArchiveInputStream(new ByteArrayInputStream(left))) {
            var entry = in.getNextEntry();
            assertThat(entry.getName()).isEqualTo("2/layer.tar");
            assertThat(entry.getLinkName()).isEqualTo("../1/layer.tar");
            assertThat(in.getNextEntry()).isNull();
        }
    }

    @Test
    void nothingIsLeftButAnArchive() throws Exception {
        assertThat(contents(Tars.of("1", "one"), Set.of("1"))).isEmpty();
    }

    /** What is cut off must not look whole. */
    @Test
    void anArchiveThatIsCutOffIsCutOff() throws Exception {
        var archive = Tars.of("1", LARGE, "2", LARGE);
        var cut = Arrays.copyOf(archive, archive.length / 2 + 10_000);

        assertThatThrownBy(() -> thin(cut, Set.of("1"))).isInstanceOf(IOException.class);
    }

    @Test
    void itIsReadByteByByte() throws Exception {
        try (var thin = new ThinArchive(new ByteArrayInputStream(Tars.of("1", "one")), Set.of())) {
            var read = new ByteArrayOutputStream();
            for (int b = thin.read(); b >= 0; b = thin.read()) {
                read.write(b);
            }
            assertThat(read.toByteArray()).isEqualTo(thin(Tars.of("1", "one"), Set.of()));
        }
    }

    private static Map<String, String> contents(byte[] archive, Set<String> without)
            throws IOException {
        var contents = new LinkedHashMap<String, String>();
        try (var in =
                new TarArchiveInputStream(
                        new ByteArrayInputStream(thin(archive, without)), "UTF-8")) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                contents.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        return contents;
    }

    private static byte[] thin(byte[] archive, Set<String> without) throws IOException {
        try (var thin = new ThinArchive(new ByteArrayInputStream(archive), without)) {
            return thin.readAllBytes();
        }
    }
}
