// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.cli.LocalFault;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserConfigTest {
    @TempDir
    Path folder;

    @Test
    void withoutAFileNothingIsAllowed() throws Exception {
        assertThat(UserConfig.read(folder.resolve("config.yaml"), folder).credentialCommands())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n  \n", "# credential-commands: [aws]\n  # no more"})
    void aFileOfCommentsAllowsNothing(String text) throws Exception {
        assertThat(read(text).credentialCommands()).isEmpty();
    }

    @Test
    void commandsAreNamesOrPaths() throws Exception {
        assertThat(read("credential-commands: [aws, /opt/login, ~/bin/login]").credentialCommands())
                .containsExactlyInAnyOrder("aws", "/opt/login", "~/bin/login");
    }

    @Test
    void commandsForSecretsAreAllowedOnTheirOwn() throws Exception {
        UserConfig config = read("secret-commands: [pass]\nsecret-command-variables: [VAULT_ADDR]\n");
        assertThat(config.secretCommands()).containsExactly("pass");
        assertThat(config.secretVariables()).containsExactly("VAULT_ADDR");
        assertThat(config.credentialCommands()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "secret-commands: [./pass], relative-command",
        "credential-command: [aws], unknown-key",
        "credential-commands: aws, wrong-type",
        "credential-commands: [1], wrong-type",
        "credential-commands: [./login], relative-command",
        "credential-commands: [bin/login], relative-command",
        "'credential-commands: [\"\"]', relative-command",
        "'- aws', wrong-type",
        "'credential-commands: [aws', unclosed-bracket",
    })
    void whatIsNotUnderstoodAllowsNothing(String text, String code) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Mistakes.class,
                        mistakes -> assertThat(mistakes.diagnostics())
                                .extracting(Diagnostic::code)
                                .singleElement()
                                .satisfies(found -> assertThat(found).contains(code)));
    }

    @Test
    void whatIsNoFileIsSaidSo() throws Exception {
        Files.createDirectory(folder.resolve("config.yaml"));
        assertThatThrownBy(() -> UserConfig.read(folder.resolve("config.yaml"), folder))
                .isInstanceOf(LocalFault.class)
                .hasMessageContaining("cannot be read");
    }

    private UserConfig read(String text) throws Exception {
        return UserConfig.read(Files.writeString(folder.resolve("config.yaml"), text + "\n"), folder);
    }

    @Test
    void whatIsDemandedOfRevisionsIsRead() throws Exception {
        GitConfig git =
                read("git: { require: [clean, signed, branch=main], signers: ~/.config/signers, authorities: /etc/ca.pem }")
                        .git();
        assertThat(git.require().words()).containsExactly("clean", "signed", "branch=main");
        assertThat(git.signers()).contains(folder.resolve(".config/signers"));
        assertThat(git.authorities()).contains(Path.of("/etc/ca.pem"));
        assertThat(read("credential-commands: [aws]").git()).isEqualTo(GitConfig.NONE);
        assertThatThrownBy(() -> read("git: { require: [reviewed] }")).isInstanceOf(Mistakes.class);
        assertThatThrownBy(() -> read("git: { signers: signers }")).isInstanceOf(Mistakes.class);
    }
}
