// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli;

import io.shakebook.engine.planning.Mistakes;
import java.nio.file.Path;
import java.util.List;

/** The embedded clusters of an inventory. */
public interface Demo {

    /**
     * An embedded cluster as it is now.
     *
     * @param endpoint URL if a process serves it, else empty
     * @param objects how many of each kind, in words: {@code 3 Pods}
     */
    record State(String cluster, String endpoint, Path folder, List<String> objects) {}

    /** Served until it is closed. */
    interface Served extends AutoCloseable {
        /** A kubeconfig whose contexts are named like the clusters. */
        Path kubeconfig();

        List<State> clusters();

        @Override
        void close();
    }

    Served serve(String inventory) throws Mistakes, LocalFault;

    List<State> status(String inventory) throws Mistakes, LocalFault;

    /** Puts the clusters back to what the inventory starts them with. @return names of the clusters */
    List<String> reset(String inventory) throws Mistakes, LocalFault;
}
