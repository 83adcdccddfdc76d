// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;
import org.eclipse.jgit.errors.TransportException;

/** Says why another machine gave nothing, from what JGit and the libraries below it threw. */
final class Explanation {
    /** What libraries say of a line that is closed, where they do not hand on what the system said. */
    private static final List<String> HUNG_UP =
            List.of("hung up", "reset", "broken pipe", "connectfuture", "being closed", "eof");

    private final RemoteSettings settings;
    private final RemoteUrl url;
    private final SshSessions ssh;

    Explanation(RemoteSettings settings, RemoteUrl url, SshSessions ssh) {
        this.settings = settings;
        this.url = url;
        this.ssh = ssh;
    }

    /** Servers have many words for not giving a commit by its number; what is left is worth another way. */
    static boolean mayBeGivenOtherwise(IOException e) {
        return !has(e, InterruptedIOException.class)
                && !has(e, LimitedPack.TooMuch.class)
                && !has(e, TooLargeObjectInPackException.class);
    }

    RemoteFault of(IOException e) {
        return ssh.hosts()
                .refused()
                .or(() -> ours(e))
                .or(() -> refused(e))
                .or(() -> unreachable(e))
                .orElseGet(() -> fault(
                        "the answer of " + url + " cannot be used: " + told(e),
                        "see whether git can: git ls-remote " + url));
    }

    /** What we ourselves do not take. */
    private Optional<RemoteFault> ours(IOException e) {
        return find(e, RemoteFault.class)
                .or(() -> find(e, Passwords.Refused.class)
                        .map(one -> local(String.valueOf(one.getMessage()), one.remedy())))
                .or(() -> find(e, WebConnections.Elsewhere.class)
                        .map(one -> fault(
                                url + " sends us on to another host, " + Told.clean(one.getMessage())
                                        + ", which is not followed",
                                "if that is right, write that address")))
                .or(() -> find(e, LimitedPack.TooMuch.class).map(one -> tooMuch(Told.clean(one.getMessage()))))
                .or(() -> find(e, TooLargeObjectInPackException.class)
                        .map(one -> tooMuch(
                                "a file of more than " + (settings.limits().objectBytes() >> 20) + " MiB")));
    }

    private RemoteFault tooMuch(String what) {
        return fault(url + " sends " + what, "keep inventories and playbooks in a repository without large files");
    }

    /** What the other side does not give. */
    private Optional<RemoteFault> refused(IOException e) {
        if (find(e, NoRemoteRepositoryException.class).isPresent() || words(e).contains("not exported")) {
            return Optional.of(fault(
                    "there is no repository at " + url + ", or we may not see it: " + told(e),
                    "check the path and " + login()));
        }
        Optional<SSLException> tls = find(e, SSLException.class).filter(one -> !(has(e, InterruptedIOException.class)));
        if (tls.isPresent()) {
            return Optional.of(fault(
                    "the certificate of " + url.host() + " is not believed: " + Told.clean(deepest(tls.get())),
                    "if it is signed by an authority of your own, name its certificate: git: { authorities: FILE } in"
                            + " the user's configuration, or SSL_CERT_FILE"));
        }
        String words = words(e);
        boolean login = words.contains("not authorized")
                || words.contains("auth fail")
                || words.contains("authentication")
                || words.contains("cannot log in")
                || words.contains("not permitted")
                || words.contains("no more authentication methods");
        return login && !has(e, InterruptedIOException.class)
                ? Optional.of(fault(url.host() + " does not let us read " + url + ": " + told(e), login()))
                : Optional.empty();
    }

    private String login() {
        if (url.scheme().equals("ssh")) {
            return ssh.metLockedKey()
                    ? "add your key to the ssh agent, since it has a passphrase: ssh-add"
                    : "see who we are there: ssh -T "
                            + Optional.ofNullable(url.uri().getUser())
                                    .map(user -> user + "@")
                                    .orElse("")
                            + Optional.ofNullable(url.uri().getHost()).orElse("");
        }
        return url.scheme().startsWith("http")
                ? "set SHAKEBOOK_GIT_TOKEN (and SHAKEBOOK_GIT_USER), or add the host to " + settings.credentials()
                : "who may read it";
    }

    private Optional<RemoteFault> unreachable(IOException e) {
        String host = url.host();
        if (has(e, UnknownHostException.class)) {
            return Optional.of(fault("no host has the name " + host, "check the address " + url));
        }
        if (has(e, InterruptedIOException.class) || words(e).contains("timed out") || words(e).contains("timeout")) {
            return Optional.of(fault(
                    host + " did not answer within "
                            + Told.duration(settings.limits().silence()) + " (" + url + ")",
                    "try again later, or use what the cache has: --offline"));
        }
        if (has(e, ConnectException.class) || has(e, NoRouteToHostException.class) || words(e).contains("refused")) {
            return Optional.of(fault(
                    host + " cannot be reached: " + (words(e).contains("refused") ? "connection refused" : told(e)),
                    "check the address " + url + ", or use what the cache has: --offline"));
        }
        if (has(e, SocketException.class) || HUNG_UP.stream().anyMatch(words(e)::contains)) {
            return Optional.of(
                    fault(host + " hung up (" + url + ")", "try again, or see whether git can: git ls-remote " + url));
        }
        return Optional.empty();
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        return find(e, type).isPresent();
    }

    private static <T> Optional<T> find(Throwable e, Class<T> type) {
        return first(e, type::isInstance).map(type::cast);
    }

    private static Optional<Throwable> first(Throwable e, Predicate<Throwable> wanted) {
        int seen = 0;
        for (Throwable one = e; one != null && seen < 20; one = one.getCause()) {
            if (wanted.test(one)) {
                return Optional.of(one);
            }
            seen++;
        }
        return Optional.empty();
    }

    private static String words(Throwable e) {
        StringBuilder all = new StringBuilder();
        first(e, one -> {
            all.append(one.getMessage()).append('\n');
            return false;
        });
        return all.toString().toLowerCase(Locale.ROOT);
    }

    private static String deepest(Throwable e) {
        String[] said = {String.valueOf(e.getMessage())};
        first(e, one -> {
            if (one.getMessage() != null) {
                said[0] = one.getMessage();
            }
            return false;
        });
        return said[0];
    }

    /** The words of the first that has any, without the address, which is said already, and without a token. */
    private String told(IOException e) {
        Throwable speaking = first(e, TransportException.class::isInstance).orElse(deepestCause(e));
        String text = Told.clean(speaking.getMessage()).replace(url.shown() + ": ", "");
        return settings.variable("SHAKEBOOK_GIT_TOKEN")
                .map(token -> text.replace(token, "***"))
                .orElse(text);
    }

    private static Throwable deepestCause(Throwable e) {
        Throwable[] last = {e};
        first(e, one -> {
            last[0] = one;
            return false;
        });
        return last[0];
    }

    private static RemoteFault fault(String message, String remedy) {
        return new RemoteFault(RemoteFault.Kind.UNREACHABLE, message, remedy);
    }

    private static RemoteFault local(String message, String remedy) {
        return new RemoteFault(RemoteFault.Kind.LOCAL, message, remedy);
    }
}
