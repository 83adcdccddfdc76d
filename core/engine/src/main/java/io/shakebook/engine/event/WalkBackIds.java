// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.event;

/** Names in a journal the changes that walk back others after a failure: {@code link/start/copier[0]#1 back}. */
public final class WalkBackIds {
    private static final String SUFFIX = " back";

    private WalkBackIds() {}

    public static String of(String change) {
        return change + SUFFIX;
    }

    public static boolean is(String change) {
        return change.endsWith(SUFFIX);
    }

    /** The change that is walked back, or the change itself if it walks back none. */
    public static String origin(String change) {
        return is(change) ? change.substring(0, change.length() - SUFFIX.length()) : change;
    }
}
