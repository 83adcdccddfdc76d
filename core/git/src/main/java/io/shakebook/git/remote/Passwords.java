// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * Answers one host that asks who we are over https: the environment first, then the file, in the format of
 * {@code git credential-store}. It never answers anybody else, and says nothing of certificates.
 */
final class Passwords extends CredentialsProvider {
    private static final Pattern LINE = Pattern.compile("^(https?)://([^:@/]+):([^@/]+)@([^/@]+)(?:/.*)?$");

    private final RemoteSettings settings;
    private final RemoteUrl url;

    Passwords(RemoteSettings settings, RemoteUrl url) {
        this.settings = settings;
        this.url = url;
    }

    /** A name and a password, or a token in its place. */
    private record Login(String user, String password) {}

    /** The file is not taken as it is; unchecked, since JGit has no way for it. */
    static final class Refused extends IllegalStateException {
        private final String remedy;

        Refused(String message, String remedy) {
            super(message);
            this.remedy = remedy;
        }

        String remedy() {
            return remedy;
        }
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(@Nullable CredentialItem... items) {
        for (CredentialItem item : items) {
            if (!(item instanceof CredentialItem.Username) && !(item instanceof CredentialItem.Password)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean get(URIish asking, @Nullable CredentialItem... items) {
        if (!supports(items) || !sameHost(asking)) {
            return false;
        }
        Optional<Login> login = fromEnvironment().or(this::fromFile);
        login.ifPresent(one -> {
            for (CredentialItem item : items) {
                if (item instanceof CredentialItem.Username user) {
                    user.setValue(one.user());
                } else if (item instanceof CredentialItem.Password password) {
                    password.setValue(one.password().toCharArray());
                }
            }
        });
        return login.isPresent();
    }

    private boolean sameHost(URIish asking) {
        return url.scheme().equalsIgnoreCase(asking.getScheme())
                && url.uri().getHost().equalsIgnoreCase(asking.getHost())
                && url.uri().getPort() == asking.getPort();
    }

    private Optional<Login> fromEnvironment() {
        boolean meant = settings.variable("SHAKEBOOK_GIT_HOST")
                .map(host -> host.equalsIgnoreCase(url.host()))
                .orElse(true);
        return settings.variable("SHAKEBOOK_GIT_TOKEN").filter(token -> meant).map(token -> new Login(user(), token));
    }

    private String user() {
        return settings.variable("SHAKEBOOK_GIT_USER")
                .or(() -> Optional.ofNullable(url.uri().getUser()))
                .orElse("git");
    }

    private Optional<Login> fromFile() {
        Path file = settings.credentials();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            checkMode(file);
            return Files.readAllLines(file).stream()
                    .flatMap(line -> login(line.strip()).stream())
                    .findFirst();
        } catch (IOException e) {
            throw new Refused("the file of passwords " + file + " cannot be read", "make it a readable text file");
        }
    }

    private static void checkMode(Path file) throws IOException {
        if (Files.getPosixFilePermissions(file).stream().anyMatch(Passwords::others)) {
            throw new Refused("others can read or change the file of passwords " + file, "chmod 600 " + file);
        }
    }

    private static boolean others(PosixFilePermission permission) {
        return !permission.name().startsWith("OWNER");
    }

    private Optional<Login> login(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || !parts.group(1).equals(url.scheme()) || !sameAuthority(parts.group(4))) {
            return Optional.empty();
        }
        String user = decoded(parts.group(2));
        boolean another = url.uri().getUser() != null && !url.uri().getUser().equals(user);
        return another ? Optional.empty() : Optional.of(new Login(user, decoded(parts.group(3))));
    }

    private boolean sameAuthority(String authority) {
        return authority.toLowerCase(Locale.ROOT).equals(url.host().toLowerCase(Locale.ROOT));
    }

    /** As git writes it: {@code %40} for {@code @}, and a plus is a plus. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
