package io.herd.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

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
                "ps\nexec -e PASSWORD=x web sh"
            })
    void aValueForAContainerMayBeOne(String line) {
        assertThat(Secrets.mayBeIn(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ps --filter status=running",
                "ps --node=a",
                "container create --image busybox --constraint node.labels.zone==east",
                "exec -e PASSWORD web sh",
                "logs -f --since=10m web"
            })
    void whatNamesOrChoosesIsNone(String line) {
        assertThat(Secrets.mayBeIn(line)).isFalse();
    }
}
