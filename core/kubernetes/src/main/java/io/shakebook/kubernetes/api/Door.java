// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.kubernetes.http.Requests;
import io.shakebook.kubernetes.http.StillWanted;
import io.shakebook.kubernetes.http.Unreached;

/** The way to one cluster. Connects when first asked. */
public interface Door {

    /** What may be sent depends on whose door it is. */
    Requests requests() throws Unreached;

    /** The same, where each request is thought over once more when its turn has come. */
    Requests requests(StillWanted wanted) throws Unreached;

    /** Reads, and knows where objects are. */
    Cluster cluster() throws Unreached;
}
