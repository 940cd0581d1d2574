package io.herd.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRequestTest {

    @Test
    void parametersAreDecoded() {
        var request = get("/x", "name=b%2Fweb&all&filters=%7B%7D&names=a&names=c+d");

        assertThat(request.parameter("name")).contains("b/web");
        assertThat(request.parameter("all")).isEmpty();
        assertThat(request.parameter("nothing")).isEmpty();
        assertThat(request.parameters("names")).containsExactly("a", "c d");
    }

    @Test
    void aParameterIsReplacedWhateverItsEncoding() {
        var request = get("/x", "n%61me=one&all=1&name=two").with("name", Optional.of("a b"));

        assertThat(request.target()).isEqualTo("/x?all=1&name=a%20b");
        assertThat(request.with("name", Optional.empty()).target()).isEqualTo("/x?all=1");
    }

    @Test
    void theTargetHasTheVersionIfThereIsOne() {
        assertThat(get("/info", "").withVersion("1.41").target()).isEqualTo("/v1.41/info");
        assertThat(get("/info", "").target()).isEqualTo("/info");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "/a b",
                "/a\r\nX: y",
                "/a/../b",
                "/a/%2e%2e/b",
                "/a/./b",
                "/a//b",
                "/a/%2Fb",
                "/..",
                "/%zz"
            })
    void aPathThatADaemonMayReadOtherwiseIsRefused(String path) {
        assertThatThrownBy(() -> get(path, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"a b", "a=%", "a=%zz", "a=1;b=2"})
    void aQueryThatIsNotEncodedIsRefused(String query) {
        assertThatThrownBy(() -> get("/x", query)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHeaderThatWouldBeTwoIsRefused() {
        assertThatThrownBy(() ->
                        new ApiRequest(
                                "GET",
                                Optional.empty(),
                                "/x",
                                "",
                                List.of(new Header("A", "b\r\nC: d")),
                                new ApiBody.None()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ApiRequest get(String path, String query) {
        return ApiRequest.get(path, query);
    }
}
