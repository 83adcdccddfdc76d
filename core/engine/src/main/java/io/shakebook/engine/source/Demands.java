// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must hold of the revision that files come from. Demands are only ever put together: whoever adds one makes it
 * stricter, and nobody takes one away.
 *
 * @param clean no file of a work tree differs from its commit
 * @param signed somebody whom the user's machine knows has signed the commit
 * @param branches the commit is the end of each of these
 */
public record Demands(boolean clean, boolean signed, Set<String> branches) {
    public static final Demands NONE = new Demands(false, false, Set.of());

    private static final String BRANCH = "branch=";

    public Demands {
        branches = Set.copyOf(branches);
    }

    /** One cannot be understood. */
    public static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;

        Unknown(String word) {
            super("\"" + word + "\" cannot be demanded; clean, signed and branch=NAME can");
        }
    }

    /** @param words such as {@code clean} and {@code branch=main} */
    public static Demands of(Collection<String> words) throws Unknown {
        boolean clean = false;
        boolean signed = false;
        Set<String> branches = new TreeSet<>();
        for (String word : words) {
            if (word.equals("clean")) {
                clean = true;
            } else if (word.equals("signed")) {
                signed = true;
            } else if (word.startsWith(BRANCH) && word.length() > BRANCH.length()) {
                branches.add(word.substring(BRANCH.length()));
            } else {
                throw new Unknown(word);
            }
        }
        return new Demands(clean, signed, branches);
    }

    /** The words of {@link #of}. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (clean) {
            words.add("clean");
        }
        if (signed) {
            words.add("signed");
        }
        new TreeSet<>(branches).forEach(branch -> words.add(BRANCH + branch));
        return words;
    }

    public boolean isNone() {
        return !clean && !signed && branches.isEmpty();
    }

    public Demands and(Demands others) {
        Set<String> all = new TreeSet<>(branches);
        all.addAll(others.branches);
        return new Demands(clean || others.clean, signed || others.signed, all);
    }

    /** Those of here that others do not make. */
    public Demands without(Demands others) {
        Set<String> left = new TreeSet<>(branches);
        left.removeAll(others.branches);
        return new Demands(clean && !others.clean, signed && !others.signed, left);
    }

    @Override
    public String toString() {
        return String.join(", ", words());
    }
}
