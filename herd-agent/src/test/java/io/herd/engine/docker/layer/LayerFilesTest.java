package io.herd.engine.docker.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayerFilesTest {

    private static final String LOWEST =
            "eaa0cede9f0f4c7471fac9553e68783dab4e4d37aafe2913f343e347f3b8f8c0";
    private static final String SECOND =
            "7b844a50406a15cf3d3d87a418dac47cdeb13fb1216473546bf5eb306f55340e";
    private static final String THIRD =
            "42505b0173454b87ab70e602c656f1d39742efb37b11938bb3aee7e23f0e942b";

    /** What 20.10.24 and 26.1.5 called them when they saved an image. */
    @Test
    void theyAreCalledAsDaemonsCallThem() {
        assertThat(
                        LayerFiles.of(
                                List.of("sha256:" + LOWEST, "sha256:" + SECOND, "sha256:" + THIRD)))
                .containsExactlyInAnyOrder(
                        "00862aeedab22778e2487c455c8535ecae4a39fe645c0944a791b469582777bc/layer.tar",
                        "02c3a00204a437c973a387758b05663ead1b7a13a910823e908b2544c7da6b5c/layer.tar",
                        "c371f3a74aa7a40b13ae3a6b9f88b84d71baeb50d4103b90939dc17364b7c2e7/layer.tar",
                        "blobs/sha256/" + LOWEST,
                        "blobs/sha256/" + SECOND,
                        "blobs/sha256/" + THIRD);
    }

    @Test
    void noLayersHaveNoFiles() {
        assertThat(LayerFiles.of(List.of())).isEmpty();
    }
}
