// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A ref as it was typed: a name or a commit, and a way back from it.
 *
 * @param base branch, tag, commit or {@code HEAD}
 * @param steps {@code ~2}, {@code ^}, or empty
 * @param depth how many generations of commits the steps need
 */
record TypedRef(String typed, String base, String steps, int depth) {
    private static final Pattern FORM = Pattern.compile("^([^~^:?*\\[\\\\\\p{Cntrl} ]+)((?:~\\d*|\\^\\d*)*)$");
    private static final Pattern STEP = Pattern.compile("([~^])(\\d*)");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{4,39}");
    private static final int FARTHEST = 10_000;

    static TypedRef of(String typed) throws RemoteFault {
        Matcher form = FORM.matcher(typed);
        if (!form.matches() || typed.contains("..") || typed.contains("@{") || typed.startsWith("-")) {
            throw new RemoteFault(
                    RemoteFault.Kind.TYPED,
                    "\"" + typed + "\" is no ref of another machine's repository",
                    "write a branch, a tag, all 40 digits of a commit, or such with ~1 behind it");
        }
        return new TypedRef(typed, form.group(1), form.group(2), 1 + generations(form.group(2), typed));
    }

    private static int generations(String steps, String typed) throws RemoteFault {
        long all = 0;
        Matcher step = STEP.matcher(steps);
        while (step.find()) {
            String number = step.group(2);
            boolean parent = step.group(1).equals("^");
            all += number.isEmpty() ? 1 : parent ? Math.min(1, number(number)) : number(number);
        }
        if (all > FARTHEST) {
            throw new RemoteFault(
                    RemoteFault.Kind.TYPED,
                    "\"" + typed + "\" goes back by " + all + " commits, and at most " + FARTHEST + " are fetched",
                    "write the commit");
        }
        return (int) all;
    }

    private static long number(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(digits);
    }

    boolean commit() {
        return COMMIT.matcher(base).matches();
    }

    boolean beginningOfCommit() {
        return BEGINNING.matcher(base).matches();
    }
}
