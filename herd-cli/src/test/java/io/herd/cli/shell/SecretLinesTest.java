package io.herd.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec -e PASSWORD=x web sh",
                "exec -ite PASSWORD=x web sh",
                "exec -ePASSWORD=x web sh",
                "exec --env=PASSWORD=x web sh",
                "exec --env \\\n 'PASSWORD=a\nb' web",
                "container create --template db --set PASSWORD=x",
                "container create --template db --set=PASSWORD=x",
                "ps\nexec -e PASSWORD=x web sh",
                "run -l token=x busybox",
                "run --label=token=x busybox",
                "node update a --label-add token=x",
                "run --log-opt splunk-token=x busybox",
                "exec web login --password x",
                "exec -u root web mysql -px",
                "exec web mysql -p80",
                "container exec web env API_KEY=x sync",
                "run -d busybox sh -c 'TOKEN=x sync'",
                "run busybox client --secret=x"
            })
    void aValueForAContainerMayBeOne(String line) {
        assertThat(SecretLines.mayBeIn(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ps --filter status=running",
                "ps --node=a",
                "container create --image busybox --constraint node.labels.zone==east",
                "exec -e PASSWORD web sh",
                "exec web mkdir -p /x",
                "exec token-service ls",
                "run -d -p80:80 -p127.0.0.1:81:81/udp nginx",
                "run --env-file secrets busybox",
                "container ls --filter label=token=x",
                "logs -f --since=10m web"
            })
    void whatNamesOrChoosesIsNone(String line) {
        assertThat(SecretLines.mayBeIn(line)).isFalse();
    }
}
