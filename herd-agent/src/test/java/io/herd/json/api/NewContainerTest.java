package io.herd.json.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.herd.model.NodeName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewContainerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"HostConfig":{"Binds":["b/data:/x:ro","/b/host:/y"]}}                        | {"HostConfig":{"Binds":["data:/x:ro","/b/host:/y"]}}
                    {"HostConfig":{"NetworkMode":"b/net"}}                                        | {"HostConfig":{"NetworkMode":"net"}}
                    {"HostConfig":{"NetworkMode":"container:b/web","PidMode":"container:b/web"}}  | {"HostConfig":{"NetworkMode":"container:web","PidMode":"container:web"}}
                    {"HostConfig":{"VolumesFrom":["b/web:ro"],"Links":["b/web:db"]}}              | {"HostConfig":{"VolumesFrom":["web:ro"],"Links":["web:db"]}}
                    {"HostConfig":{"Mounts":[{"Type":"volume","Source":"b/data","Target":"/x"}]}} | {"HostConfig":{"Mounts":[{"Type":"volume","Source":"data","Target":"/x"}]}}
                    {"NetworkingConfig":{"EndpointsConfig":{"b/net":{"Aliases":["b/x"]}}}}        | {"NetworkingConfig":{"EndpointsConfig":{"net":{"Aliases":["b/x"]}}}}
                    {"Image":"b/web","HostConfig":{"Binds":["c/data:/x"],"Mounts":[7],"Links":1}} | {"Image":"b/web","HostConfig":{"Binds":["c/data:/x"],"Mounts":[7],"Links":1}}
                    """)
    void aDaemonReadsNamesWithoutItsNode(String form, String there) {
        assertThat(NewContainer.of(form).orElseThrow().text(new NodeName("b"))).isEqualTo(there);
    }
}
