// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.spi.kube.Kind;

/** The server itself answered that it has no such kind, so that nothing was asked of any object. */
final class NoSuchKind extends Unreached {
    NoSuchKind(Kind kind) {
        super("the cluster has no kind " + kind.name() + " of " + kind.apiVersion(), false);
    }
}
