package io.herd.cluster.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserGroupsTest {

    private final UserGroups groups = new UserGroups();

    @Test
    void theSystemSaysInWhichGroupsAUserIs() {
        assertThat(groups.of("nobody")).containsExactly("nogroup");
        assertThat(groups.of("nobody")).containsExactly("nogroup");
    }

    @Test
    void ofNobodyThereAreNone() {
        assertThat(groups.of("no-such-user")).isEmpty();
        assertThat(groups.of("--help")).isEmpty();
        assertThat(groups.of("")).isEmpty();
    }

    @Test
    void rootsAreNotAskedFor() {
        assertThat(groups.of("root")).isEmpty();
    }
}
