// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitAddressTest {
    @ParameterizedTest
    @CsvSource({
        "git:repo//inv/demo@main, repo, inv/demo, main",
        "git:repo//inv/demo, repo, inv/demo, ''",
        "git:/srv/repo.git//@feature/x, /srv/repo.git, '', feature/x",
        "git:/srv/repo.git@v1, /srv/repo.git, '', v1",
        "git:., ., '', ''",
        "git:https://example.org/team/inv.git//demo/@HEAD~2, https://example.org/team/inv.git, demo, HEAD~2",
        "git:https://example.org/team/inv.git, https://example.org/team/inv.git, '', ''",
        "git:https://me@example.org/inv.git@main, https://me@example.org/inv.git, '', main",
        "git:ssh://git@example.org:2222/inv//a/b@v1, ssh://git@example.org:2222/inv, a/b, v1",
        "git:git@example.org:team/inv.git//demo@main, git@example.org:team/inv.git, demo, main",
        "git:git@example.org:team/inv.git, git@example.org:team/inv.git, '', ''",
        "git:git@example.org:inv.git, git@example.org:inv.git, '', ''",
        "git:git@example.org:inv.git@v1, git@example.org:inv.git, '', v1",
        "git:file:///srv/repo//inv@main, file:///srv/repo, inv, main",
        "git:a//b//c@d, a//b, c, d",
    })
    void isSplit(String typed, String repository, String path, String ref) {
        GitAddress address = GitAddress.of(typed);
        assertThat(address.repository()).isEqualTo(repository);
        assertThat(address.path()).isEqualTo(path);
        assertThat(address.ref().orElse("")).isEqualTo(ref);
    }
}
