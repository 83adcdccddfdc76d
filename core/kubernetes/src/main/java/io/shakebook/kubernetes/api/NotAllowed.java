// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.spi.Forbidden;
import io.shakebook.spi.Unanswered;
import io.shakebook.spi.UnknownKind;

/** The server itself answered a read with 403: who we are may not do this. */
public final class NotAllowed extends Unreached {

    NotAllowed(String why) {
        super(why, false);
    }

    /** Why a read failed, with the server's words. @param what failed: {@code ConfigMap ns/a cannot be read} */
    static Unreached or(String what, Failure failure) {
        String why = what + ": " + failure.shown();
        return failure.code() == 403 && failure.isStatus() ? new NotAllowed(why) : new Unreached(why, false);
    }

    /** The same in the terms of the ports. */
    public static Unanswered unanswered(String cluster, Unreached e) {
        if (e instanceof NoSuchKind) {
            return new UnknownKind(cluster, e.why());
        }
        return e instanceof NotAllowed ? new Forbidden(cluster, e.why()) : new Unanswered(cluster, e.why());
    }
}
