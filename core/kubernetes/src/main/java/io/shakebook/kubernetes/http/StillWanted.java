// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.http;

/** Whether a request is still to be sent when its turn has come, after what happened while it waited. */
public interface StillWanted {

    /** @throws Unreached if not, and why; it is then not sent */
    void demand() throws Unreached;

    /** It was sent in vain; said before anybody else's turn comes. */
    void inVain(Unreached why);
}
