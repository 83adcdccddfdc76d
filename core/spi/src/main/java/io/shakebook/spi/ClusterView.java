// SPDX-License-Identifier: Apache-2.0
package io.shakebook.spi;

import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Read-only answers about one cluster. Objects that end soon are still there; see {@link Manifest#terminating()}. */
public interface ClusterView {

    /** Name of the cluster in the inventory. */
    String name();

    /** @throws Unanswered if the cluster gave no usable answer */
    Optional<Manifest> get(ObjectRef ref) throws Unanswered;

    /**
     * All objects of a kind in a namespace that carry all of these labels, by name.
     *
     * @param labels empty for all
     * @throws Unanswered if the cluster gave no usable answer; a missing namespace is an empty list
     */
    List<Manifest> list(Kind kind, String namespace, Map<String, String> labels) throws Unanswered;

    /**
     * The last lines that a container wrote, of its previous run if it was restarted.
     *
     * @param lines at most this many, newest last
     * @throws Unanswered if the cluster gave no usable answer; a container without a log is an empty list
     */
    List<String> lastLogLines(ObjectRef pod, String container, int lines) throws Unanswered;
}
