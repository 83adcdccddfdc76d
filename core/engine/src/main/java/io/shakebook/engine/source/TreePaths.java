// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths inside a tree, with {@code /}. */
public final class TreePaths {

    private TreePaths() {}

    /**
     * The path that a relative one leads to; empty if it leaves the root or is absolute.
     *
     * @param root folder that must not be left; empty for the tree's own
     * @param folder where the relative path starts
     */
    public static Optional<String> inside(String root, String folder, String relative) {
        if (relative.isEmpty()
                || relative.startsWith("/")
                || relative.indexOf('\\') >= 0
                || relative.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + "/" + relative).split("/")) {
            if (part.equals("..") && parts.pollLast() == null) {
                return Optional.empty();
            }
            if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.addLast(part);
            }
        }
        String path = String.join("/", parts);
        return root.isEmpty() || path.startsWith(root + "/") ? Optional.of(path) : Optional.empty();
    }

    /** The folder of a file; empty for the tree's own. */
    public static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
