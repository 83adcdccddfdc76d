// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import java.util.List;
import java.util.stream.Stream;

/** What people and other programs do to the objects of the playbooks: one row each, with what the next plan must say. */
final class Mutations {
    private Mutations() {}

    static Stream<Mutation> all() {
        return Stream.of(
                        ServiceMutations.services(),
                        ConfigMutations.configs(),
                        ShakeMutations.shakes(),
                        ServiceMutations.whole(),
                        ShakeMutations.nobodysBusiness())
                .flatMap(List::stream);
    }
}
