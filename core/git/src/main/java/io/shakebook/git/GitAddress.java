// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where files lie in a repository: {@code git:REPO//sub/folder@REF}.
 *
 * @param repository a path or a URL
 * @param path in the repository, with {@code /}; empty for all of it
 * @param ref branch, tag, commit or such as {@code HEAD~2}; empty if none was typed
 */
public record GitAddress(String repository, String path, Optional<String> ref) {
    /** What an address starts with. */
    public static final String PREFIX = "git:";

    /** {@code //} that follows no scheme. */
    private static final Pattern SPLIT = Pattern.compile("^(.*[^:])//(.*)$", Pattern.DOTALL);

    /** The same at another revision. */
    public GitAddress at(String other) {
        return new GitAddress(repository, path, Optional.of(other));
    }

    /** As it is typed. */
    public String text() {
        return PREFIX + repository + "//" + path + ref.map(name -> "@" + name).orElse("");
    }

    /** Whether this is an address, and no folder. */
    public static boolean is(String typed) {
        return typed.startsWith(PREFIX);
    }

    /**
     * Split at the last {@code //} that follows no scheme; the ref follows the last {@code @} after it. Without
     * {@code //} the ref follows the last {@code @} after the last {@code /}, so that a user's name in a URL stays.
     */
    public static GitAddress of(String typed) {
        String rest = typed.substring(PREFIX.length());
        Matcher split = SPLIT.matcher(rest);
        return split.matches() ? withPath(split.group(1), split.group(2)) : whole(rest);
    }

    private static GitAddress withPath(String repository, String rest) {
        int at = rest.lastIndexOf('@');
        return at < 0
                ? new GitAddress(repository, trimmed(rest), Optional.empty())
                : new GitAddress(repository, trimmed(rest.substring(0, at)), Optional.of(rest.substring(at + 1)));
    }

    private static GitAddress whole(String rest) {
        int at = rest.lastIndexOf('@');
        boolean ref = at > rest.lastIndexOf('/') && rest.indexOf(':', at) < 0; // a ref has no colon, user@host:file has
        return ref
                ? new GitAddress(rest.substring(0, at), "", Optional.of(rest.substring(at + 1)))
                : new GitAddress(rest, "", Optional.empty());
    }

    private static String trimmed(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
