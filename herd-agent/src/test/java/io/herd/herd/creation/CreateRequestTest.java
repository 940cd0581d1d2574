package io.herd.herd.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herd.model.NodeName;
import io.herd.model.RawJson;
import io.herd.template.TemplateException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateRequestTest {

    private static final NodeName A = new NodeName("a");
    private static final Map<String, String> SET = Map.of("app", "shop");

    @ParameterizedTest
    @CsvSource({
        "web, 1, web",
        "web, 4, web-3",
        "web-${instance}, 4, web-3",
        "web-${node}, 4, web-a",
        "${app}, 4, shop-3",
        "${app}-${node}-${instance}, 1, shop-a-3",
        "$${instance}, 4, ${instance}-3"
    })
    void namesDifferByThemselvesOrGetANumber(String name, int instances, String third) {
        assertThat(order(name, instances, "{}").nameOf(3, A)).contains(third);
    }

    @Test
    void aNameThatDependsOnTheNodeIsShownAsFarAsItIsKnown() {
        assertThat(order("${app}-${instance}-${node}", 4, "{}").nameOf(2))
                .contains("shop-2-${node}");
    }

    @Test
    void aTemplateKnowsItsContainersNameNumberAndNode() {
        var order =
                order(
                        "web",
                        4,
                        "{\"Hostname\":\"${name}.${node}\",\"Env\":[\"PORT=808${instance}\",\"APP=${app}\"]}");

        assertThat(order.formOf(3, A).text())
                .isEqualTo("{\"Hostname\":\"web-3.a\",\"Env\":[\"PORT=8083\",\"APP=shop\"]}");
    }

    @Test
    void aRawBodyIsHandedOverAsItIs() throws Exception {
        var form = new RawJson("{\"Cmd\":[\"echo ${HOME}\"]}");
        var order = new CreateRequest("r", form, Optional.empty(), Optional.empty(), 1, false);

        order.check();
        assertThat(order.formOf(1, A)).isEqualTo(form);
    }

    @Test
    void aNameThatIsNotGivenIsNotSet() {
        var order =
                new CreateRequest(
                        "r",
                        new RawJson("{\"Hostname\":\"${name}\"}"),
                        Optional.of("web"),
                        Optional.empty(),
                        1,
                        false);

        assertThatThrownBy(order::check)
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(
                        "template 'web': the variable 'name' is not set, only instance, node:");
    }

    @Test
    void aNameCannotBeMadeOfItself() {
        assertThatThrownBy(order("x-${name}", 1, "{}")::check)
                .hasMessageStartingWith("--name x-${name}: the variable 'name' is not set");
    }

    private static CreateRequest order(String name, int instances, String form) {
        return new CreateRequest(
                "r",
                new RawJson(form),
                Optional.of("web"),
                Optional.of(name),
                instances,
                false,
                SET,
                CreateOptions.USUAL);
    }
}
