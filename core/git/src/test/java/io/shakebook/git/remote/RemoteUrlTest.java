// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://git.example.org/ops.git,https",
        "https://alice@git.example.org:8443/ops@home,https",
        "ssh://git@git.example.org:2222/ops.git,ssh",
        "git@git.example.org:ops.git,ssh",
        "git.example.org:ops.git,ssh",
        "file:///srv/ops.git,file",
        "http://localhost:3000/ops,http",
        "git://127.0.0.1/ops,git",
    })
    void theseAreRead(String typed, String scheme) throws RemoteFault {
        assertThat(RemoteUrl.is(typed)).isTrue();
        assertThat(RemoteUrl.of(typed).scheme()).isEqualTo(scheme);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inventories/demo", "/srv/ops", "../ops", "./a:b", "."})
    void thesePathsAreNoUrls(String typed) {
        assertThat(RemoteUrl.is(typed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ext::sh -c touch% /tmp/x,not read by \"ext\"",
        "ftp://git.example.org/ops,not read by \"ftp\"",
        "http://git.example.org/ops,does not prove who answers",
        "git://git.example.org/ops,does not prove who answers",
        "http://127.0.0.1.example.org/ops,does not prove who answers",
        "ssh://-oProxyCommand=x/ops,names no host",
    })
    void theseAreRefused(String typed, String why) {
        assertThat(RemoteUrl.is(typed)).isTrue();
        assertThat(catchThrowableOfType(RemoteFault.class, () -> RemoteUrl.of(typed)))
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://alice:s3cret@git.example.org/ops",
                "https://alice:s3c@ret@git.example.org/ops",
                "https://alice:s3/cret@git.example.org/ops",
                "https://alice:1234s3cret@git.example.org/ops",
                "https://alice%3As3cret@git.example.org/ops",
                "https://ghp_s3cret@git.example.org/ops",
                "ssh://git:s3cret@git.example.org/ops",
            })
    void aPasswordIsRefusedAndNotRepeated(String typed) {
        RemoteFault fault = catchThrowableOfType(RemoteFault.class, () -> RemoteUrl.of(typed));
        assertThat(fault).hasMessageContaining("has a password");
        assertThat(fault.getMessage() + fault.remedy()).doesNotContain("s3", "cret");
    }

    @Test
    void noControlCharacterIsPrinted() {
        RemoteFault fault =
                catchThrowableOfType(RemoteFault.class, () -> RemoteUrl.of("https://git.example.org/\u001b[2J"));
        assertThat(fault.getMessage()).doesNotContain("\u001b");
    }
}
