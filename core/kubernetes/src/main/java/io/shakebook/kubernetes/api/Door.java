// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.kubernetes.http.Requests;
import io.shakebook.kubernetes.http.Unreached;

/** The way to one cluster. Connects when first asked. */
public interface Door {

    /** What may be sent depends on whose door it is. */
    Requests requests() throws Unreached;

    /** Reads, and knows where objects are. */
    Cluster cluster() throws Unreached;
}
