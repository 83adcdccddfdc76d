// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import io.shakebook.cli.LocalFault;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.git.GitAddress;
import io.shakebook.git.GitOrigin;
import io.shakebook.git.remote.Fetched;
import io.shakebook.git.remote.Limits;
import io.shakebook.git.remote.Remote;
import io.shakebook.git.remote.RemoteFault;
import io.shakebook.git.remote.RemoteSettings;
import io.shakebook.git.remote.RemoteUrl;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Repositories on other machines, with what this machine has for asking them. */
final class RemotePlaces {
    private RemotePlaces() {}

    static GitOrigin fetch(Machine machine, boolean offline, GitAddress address) throws Mistakes, LocalFault {
        try {
            Remote remote = new Remote(settings(machine));
            RemoteUrl url = RemoteUrl.of(address.repository());
            Fetched fetched = offline ? remote.cached(url, address.ref()) : remote.fetch(url, address.ref());
            fetched.notes().forEach(note -> machine.notes().accept("note: " + note));
            return new GitOrigin(
                    fetched.repository(),
                    Optional.empty(),
                    url.shown(),
                    fetched.commit(),
                    fetched.ref(),
                    fetched.branch());
        } catch (RemoteFault fault) {
            throw new Mistakes(
                    List.of(Diagnostic.error(code(fault), String.valueOf(fault.getMessage()), fault.remedy())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("fetching " + address.ref().orElse("HEAD") + " was interrupted", "start it again");
        }
    }

    private static RemoteSettings settings(Machine machine) throws Mistakes, LocalFault {
        GitConfig config = machine.config().git();
        return new RemoteSettings(
                machine.environment(),
                machine.home(),
                machine.cache(),
                config.credentials().orElse(machine.settings().resolve("git-credentials")),
                config.authorities().or(() -> machine.variable("SSL_CERT_FILE").map(Path::of)),
                Limits.USUAL,
                machine.clock(),
                machine.notes());
    }

    private static String code(RemoteFault fault) {
        return switch (fault.kind()) {
            case TYPED -> "unknown-revision";
            case UNREACHABLE -> "repository-unreachable";
            case LOCAL -> "repository-access";
        };
    }
}
