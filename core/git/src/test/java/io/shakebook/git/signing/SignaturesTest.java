// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed by git itself. */
class SignaturesTest {
    @TempDir
    Path folder;

    private Path repository;
    private Path key;
    private Path signers;

    @BeforeEach
    void repository() throws Exception {
        repository = Files.createDirectory(folder.resolve("ops"));
        key = folder.resolve("key");
        signers = folder.resolve("allowed_signers");
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key.toString());
        git("init", "-q", "-b", "main");
        signers("ada@example.org namespaces=\"git\" " + publicKey());
    }

    private String publicKey() throws IOException {
        return Files.readString(folder.resolve("key.pub")).strip();
    }

    private void signers(String... lines) throws IOException {
        Files.write(signers, List.of(lines));
        Files.setPosixFilePermissions(signers, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString(), "-c", "user.name=Ada"));
        command.addAll(List.of("-c", "user.email=ada@example.org"));
        command.addAll(List.of("-c", "gpg.format=ssh", "-c", "user.signingKey=" + key));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private static String run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private String signed() throws Exception {
        git("commit", "-q", "--allow-empty", "-S", "-m", "one");
        return git("rev-parse", "HEAD");
    }

    private Judgement judge(String commit) throws Exception {
        return new Signatures(signers).judge(repository.resolve(".git"), commit);
    }

    private String why(String commit) throws Exception {
        return ((Judgement.Refused) judge(commit)).why();
    }

    @Test
    void whoIsInTheListIsBelieved() throws Exception {
        Judgement.Good good = (Judgement.Good) judge(signed());
        assertThat(good.signer()).isEqualTo("ada@example.org");
        assertThat(good.key()).startsWith("SHA256:");
    }

    @Test
    void whoIsNotInTheListIsNot() throws Exception {
        String commit = signed();
        signers("# nobody");
        assertThat(why(commit)).contains("nobody in " + signers + " has it");
        signers("ada@example.org namespaces=\"file\" " + publicKey());
        assertThat(why(commit)).contains("does not allow for git");
    }

    @Test
    void aKeyIsBelievedForItsTime() throws Exception {
        String commit = signed();
        signers("ada@example.org valid-after=\"20990101\" " + publicKey());
        assertThat(why(commit)).contains("does not allow for its date");
        signers("ada@example.org valid-before=\"20200101\" " + publicKey());
        assertThat(why(commit)).contains("does not allow for its date");
        signers("ada@example.org valid-after=\"20200101\",valid-before=\"20990101\" " + publicKey());
        assertThat(judge(commit)).isInstanceOf(Judgement.Good.class);
        signers("\"ada@example.org,ada\" namespaces=\"file,g*\",valid-after=\"202001011200Z\" " + publicKey()
                + " a comment");
        assertThat(judge(commit)).isInstanceOf(Judgement.Good.class);
    }

    @Test
    void aSignatureOfAnotherCommitIsNone() throws Exception {
        String raw = git("cat-file", "commit", signed());
        Path forged = folder.resolve("forged");
        Files.writeString(forged, raw.replace("one", "two") + "\n");
        assertThat(why(git("hash-object", "-t", "commit", "-w", forged.toString())))
                .contains("is not of this commit");
    }

    @Test
    void noneAndOtherFormatsAreSaid() throws Exception {
        String raw = git("cat-file", "commit", signed());
        Path other = folder.resolve("other");
        Files.writeString(other, raw.replace("SSH SIGNATURE", "PGP SIGNATURE") + "\n");
        assertThat(why(git("hash-object", "-t", "commit", "-w", other.toString())))
                .contains("with OpenPGP, which is not");
        git("commit", "-q", "--allow-empty", "-m", "unsigned");
        assertThat(why(git("rev-parse", "HEAD"))).isEqualTo("is not signed");
    }

    @Test
    void whatTheRepositorySaysOfSignersIsNotRead() throws Exception {
        String commit = signed();
        Path own = folder.resolve("own");
        Files.copy(signers, own);
        git("config", "gpg.ssh.allowedSignersFile", own.toString());
        signers("# nobody");
        assertThat(judge(commit)).isInstanceOf(Judgement.Refused.class);
    }

    @Test
    void aListThatOthersCanChangeOrThatIsNoneIsNotUsed() throws Exception {
        String commit = signed();
        Files.setPosixFilePermissions(signers, PosixFilePermissions.fromString("rw-rw-r--"));
        assertThat(unusable(commit).remedy()).isEqualTo("chmod go-w " + signers);
        signers("garbage");
        assertThat(unusable(commit)).hasMessageContaining("line 1: this is no signer");
        signers("", "ca@example.org cert-authority " + publicKey());
        assertThat(unusable(commit)).hasMessageContaining("line 2: \"cert-authority\" is not understood");
        signers("ada@example.org valid-before=\"20261301\" " + publicKey());
        assertThat(unusable(commit)).hasMessageContaining("is no time");
        Files.delete(signers);
        assertThat(unusable(commit)).hasMessageContaining("there is no list");
    }

    private Signatures.Unusable unusable(String commit) {
        return catchThrowableOfType(Signatures.Unusable.class, () -> judge(commit));
    }
}
