package io.herd.json.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.model.RawJson;
import org.junit.jupiter.api.Test;

class ImageJsonTest {

    private static final String IMAGE =
            "{\"Config\":\"blobs/sha256/c\",\"RepoTags\":null,\"Layers\":[\"blobs/sha256/1\",\"blobs/sha256/2\"]}";

    @Test
    void anArchivesLayersAreThoseOfItsOnlyImage() throws Exception {
        assertThat(ImageJson.savedLayers(new RawJson("[" + IMAGE + "]")))
                .containsExactly("blobs/sha256/1", "blobs/sha256/2");
    }

    /** Of an image for several platforms, it does not say which layers are whose. */
    @Test
    void anArchiveOfSeveralImagesTellsNone() throws Exception {
        assertThat(ImageJson.savedLayers(new RawJson("[" + IMAGE + "," + IMAGE + "]"))).isEmpty();
        assertThat(ImageJson.savedLayers(new RawJson("[]"))).isEmpty();
    }
}
