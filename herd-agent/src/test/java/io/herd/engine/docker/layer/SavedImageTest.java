package io.herd.engine.docker.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SavedImageTest {

    private static final String LARGE = "x".repeat(100_001);

    @Test
    void itsFilesAndItsManifestAreRead() throws Exception {
        var archive = Tars.of("blobs/", "", "blobs/sha256/1", LARGE, "oci-layout", "{}");

        assertThat(read(archive).files()).containsExactlyInAnyOrder("blobs/sha256/1", "oci-layout");
        assertThat(read(archive).manifest()).isEmpty();
        assertThat(read(Tars.of("blobs/sha256/1", "one", "manifest.json", "[]")).manifest())
                .contains("[]");
    }

    /** Of what is cut off, not all is there. */
    @Test
    void anArchiveThatIsCutOffIsNone() throws Exception {
        var archive = Tars.of("manifest.json", "[]", "blobs/sha256/1", LARGE);

        assertThatThrownBy(() -> read(Arrays.copyOf(archive, 50_000)))
                .isInstanceOf(IOException.class);
    }

    private static SavedImage read(byte[] archive) throws IOException {
        return SavedImage.read(new ByteArrayInputStream(archive));
    }
}
