package io.herd.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.api.ApiVersion;
import io.herd.model.RawJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A daemon is not told what it would pass over in silence. */
class NewerFieldTest {

    @Test
    void whatIsNoJsonIsLeftToTheDaemon() {
        assertThat(
                        NewerField.passedOver(
                                new RawJson("{\"Image\":\"busybox\""), new ApiVersion(1, 41)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"HostConfig":{"Annotations":{"a":"b"}}} | 42 | HostConfig.Annotations
                    {"Healthcheck":{"StartInterval":1000000000}} | 43 | Healthcheck.StartInterval
                    {"HostConfig":{"Mounts":[{},{"VolumeOptions":{"Subpath":"a"}}]}} | 44 | HostConfig.Mounts.VolumeOptions.Subpath
                    {"HostConfig":{"Mounts":[{"BindOptions":{"ReadOnlyForceRecursive":true}}]}} | 43 | HostConfig.Mounts.BindOptions.ReadOnlyForceRecursive
                    """)
    void aFieldThatItIsTooOldForIsNamed(String form, int minor, String field) {
        var json = new RawJson(form);

        assertThat(NewerField.passedOver(json, new ApiVersion(1, minor)))
                .hasValueSatisfying(why ->
                        assertThat(why)
                                .contains(
                                        "is too old for '%s'".formatted(field),
                                        "this speaks 1." + minor));
        assertThat(NewerField.passedOver(json, new ApiVersion(1, minor + 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}
                    {"HostConfig":null,"Healthcheck":"x"}
                    {"HostConfig":{"Annotations":{},"Mounts":[{"VolumeOptions":{"Subpath":""}}]}}
                    {"HostConfig":{"Mounts":[{"BindOptions":{"ReadOnlyForceRecursive":false}}]}}
                    """)
    void whatSaysNothingIsLeftAlone(String form) {
        assertThat(NewerField.passedOver(new RawJson(form), DockerClient.OLDEST)).isEmpty();
    }
}
