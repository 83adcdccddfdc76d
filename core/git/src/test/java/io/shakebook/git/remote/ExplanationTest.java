// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import org.eclipse.jgit.errors.TransportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {
    private static final String URL = "ssh://git.example/ops";

    @TempDir
    Path home;

    /** Which of them comes depends on what the line was doing when it ended. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ssh-connection]: Failed (IOException) to execute: Broken pipe",
                "Connection reset by peer",
                "remote hung up unexpectedly",
                "Unexpected EOF",
                "session is being closed",
            })
    void aLineThatEndsIsAHostThatHungUp(String words) throws Exception {
        assertThat(explained(new TransportException(URL + ": " + words)))
                .hasMessage("git.example hung up (" + URL + ")")
                .extracting(RemoteFault::kind)
                .isEqualTo(RemoteFault.Kind.UNREACHABLE);
    }

    @Test
    void theSystemsOwnWordsCountWhereverTheyStand() throws Exception {
        assertThat(explained(new IOException("no answer", new SocketException("software caused abort"))))
                .hasMessage("git.example hung up (" + URL + ")");
    }

    @Test
    void whatNobodyForesawIsToldAsItIs() throws Exception {
        assertThat(explained(new TransportException(URL + ": bad packet 7")))
                .hasMessage("the answer of " + URL + " cannot be used: bad packet 7");
    }

    private RemoteFault explained(IOException e) throws RemoteFault {
        RemoteSettings settings = new Machine(home).settings();
        return new Explanation(settings, RemoteUrl.of(URL), new SshSessions(settings)).of(e);
    }
}
