// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.URIish;

/**
 * The address of a repository that is asked over the network: {@code https:}, {@code ssh:}, {@code user@host:path} or
 * {@code file:}. {@code http:} and {@code git:} prove nothing of who answers, and lead to this machine only.
 *
 * @param shown what may be printed; as it was typed, since there is no password in it
 * @param scheme in small letters
 */
public record RemoteUrl(String shown, String scheme, URIish uri) {
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):(?::|//)");
    private static final Pattern SCP =
            Pattern.compile("^(?:[^/@:\\s]+@)?(?:\\[[0-9A-Fa-f:.]+]|[^/@:\\s-][^/@:\\s]*):.+$");
    private static final Pattern PASSWORD =
            Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)(?:[^/@:\\[]*):(?!\\d{1,5}(?:/|$)).*@.*$", Pattern.DOTALL);
    /** Some hosts take a token as the user's name. */
    private static final Pattern TOKEN = Pattern.compile("(?:gh[a-z]_|github_pat_|glpat-|x-oauth).*|.{30,}");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}]");
    private static final List<String> SAFE = List.of("https", "ssh", "file");
    private static final List<String> UNPROVEN = List.of("http", "git");

    /** Whether what was typed is a URL or {@code host:path}, and no path of this machine. */
    public static boolean is(String typed) {
        return SCHEME.matcher(typed).find() || SCP.matcher(typed).matches();
    }

    /** @throws RemoteFault if it is an address that is not used, or one with a password in it, which is not repeated */
    public static RemoteUrl of(String typed) throws RemoteFault {
        if (PASSWORD.matcher(typed).matches()) {
            throw password();
        }
        if (CONTROL.matcher(typed).find()) {
            throw typed("the address of a repository has a control character in it", "type it again");
        }
        String scheme = schemeOf(typed);
        URIish uri = parsed(typed);
        if (uri.getPass() != null || uri.getUser() != null && secret(uri.getUser())) {
            throw password();
        }
        check(typed, scheme, uri);
        return new RemoteUrl(typed, scheme, uri);
    }

    private static String schemeOf(String typed) {
        Matcher scheme = SCHEME.matcher(typed);
        return scheme.find() ? scheme.group(1).toLowerCase(Locale.ROOT) : "ssh";
    }

    private static URIish parsed(String typed) throws RemoteFault {
        try {
            return new URIish(typed);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw typed(
                    "\"" + typed + "\" is no address of a repository",
                    "write https://HOST/PATH or ssh://USER@HOST/PATH");
        }
    }

    private static void check(String typed, String scheme, URIish uri) throws RemoteFault {
        if (!SAFE.contains(scheme) && !UNPROVEN.contains(scheme)) {
            throw typed(
                    "repositories are not read by \"" + scheme + "\": " + typed,
                    "use https:, ssh:, USER@HOST:PATH, file: or a path");
        }
        if (UNPROVEN.contains(scheme) && !Loopback.is(uri.getHost())) {
            throw typed(
                    scheme + ": does not prove who answers, and anybody on the way could send another repository: "
                            + typed,
                    "use https: or ssh: (" + scheme + ": is for this machine only)");
        }
        if (!scheme.equals("file")
                && (uri.getHost() == null
                        || uri.getHost().isEmpty()
                        || uri.getHost().startsWith("-"))) {
            throw typed("the address " + typed + " names no host", "write " + scheme + "://HOST/PATH");
        }
    }

    private static boolean secret(String user) {
        return user.contains(":") || TOKEN.matcher(user).matches();
    }

    /** It is not repeated: which part of it is the password is not sure. */
    private static RemoteFault password() {
        return typed(
                "the address of a repository has a password or a token in it, which would be seen in lists of processes,"
                        + " plans and journals",
                "leave it out, and set SHAKEBOOK_GIT_TOKEN or write it to the file of git-credentials");
    }

    private static RemoteFault typed(String message, String remedy) {
        return new RemoteFault(RemoteFault.Kind.TYPED, message, remedy);
    }

    /** The host, for messages. */
    String host() {
        return Optional.ofNullable(uri.getHost()).orElse("this machine")
                + (uri.getPort() > 0 ? ":" + uri.getPort() : "");
    }

    @Override
    public String toString() {
        return shown;
    }
}
